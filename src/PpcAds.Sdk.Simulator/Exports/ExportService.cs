using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Exports v1: takes requests, makes exports as time passes, gives links to their files.</summary>
internal sealed class ExportService(SimulatorClock clock, SimulatorOptions options, SimulatorQuirks quirks)
{
    private const int MostAtATime = 5;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly MediaTypeRules _mediaTypes = new(quirks);
    private readonly PresignedLink _links = new(options.Seed, "export");
    private readonly Dictionary<string, SimulatedExport> _exports = [];
    private readonly List<(long? ProfileId, SimulatorFault Fault)> _spoilt = [];
    private int _created;

    /// <summary>Makes the next export of that profile, or of any, fail.</summary>
    public void SpoilNext(long? profileId, SimulatorFault fault)
    {
        lock (_gate)
        {
            _spoilt.Add((profileId, fault));
        }
    }

    public Answer Create(ExportEntity entity, SimulatedProfile profile, ReadOnlyMemory<byte> body)
    {
        ExportAsk ask;
        try
        {
            ask = ExportAsk.Read(body, entity.IsTargets);
        }
        catch (FormatException exception)
        {
            return Error(400, exception.Message);
        }

        DateTimeOffset now = clock.GetUtcNow();
        lock (_gate)
        {
            // Counted for the client, which has one id here: all profiles and regions together.
            if (_exports.Values.Count(export => export.Entity == entity && now < export.FinishedAt) >= MostAtATime)
            {
                return Error(429, $"At most {MostAtATime} exports of {entity.Name} are made at a time.");
            }

            var export = new SimulatedExport
            {
                ExportId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"export/{options.Seed}/{++_created}")).AsSpan(0, 16))
                    .ToString(),
                Profile = profile,
                Entity = entity,
                Ask = ask,
                CreatedAt = now,
                FinishedAt = now + options.ExportGenerationTime,
                Failure = TakeFault(profile.ProfileId),
            };
            _exports.Add(export.ExportId, export);
            return Answer.Of(202, Describe(export, now, null), entity.MediaType);
        }
    }

    public Answer Get(SimulatedProfile profile, string exportId, string? accept, Uri root)
    {
        DateTimeOffset now = clock.GetUtcNow();
        SimulatedExport? export;
        lock (_gate)
        {
            export = _exports.GetValueOrDefault(exportId);
        }

        // What follows the 24 hours is not documented; here the export is gone.
        if (export is null || export.Profile != profile || now >= export.FinishedAt + Kept)
        {
            return Error(404, "There is no such export.");
        }

        return _mediaTypes.Allows(accept, export.Entity.MediaType)
            ? Answer.Of(200, Describe(export, now, root), export.Entity.MediaType)
            : Error(406, $"Accept must be {export.Entity.MediaType}, the type with which the export was requested.");
    }

    /// <summary>The file behind a link.</summary>
    public DownloadAnswer Download(string path, IReadOnlyDictionary<string, string> query)
    {
        (string? exportId, string? error) = _links.Read(path, query, clock.GetUtcNow());
        SimulatedExport? export;
        lock (_gate)
        {
            export = exportId is null ? null : _exports.GetValueOrDefault(exportId);
        }

        if (export is null)
        {
            return new DownloadAnswer(403, error ?? "<Error><Code>NoSuchKey</Code></Error>", null, null);
        }

        ReadOnlyMemory<byte> file = FileOf(export);
        return new DownloadAnswer(
            200, null, file.Length, async (stream, token) => await stream.WriteAsync(file, token).ConfigureAwait(false));
    }

    private JsonObject Describe(SimulatedExport export, DateTimeOffset now, Uri? root)
    {
        string status = export.StatusAt(now);
        var body = new JsonObject
        {
            ["exportId"] = export.ExportId,
            ["status"] = status == "PROCESSING" && quirks.UnknownEnumValues ? "IN_PROGRESS" : status,
            ["createdAt"] = Instant(export.CreatedAt),
        };
        if (status == "COMPLETED" && root is not null)
        {
            body["url"] = _links.Sign(root, export.ExportId, now, options.DownloadUrlLifetime).AbsoluteUri;
            body["urlExpiresAt"] = Instant(now + options.DownloadUrlLifetime);
            body["generatedAt"] = Instant(export.FinishedAt);
            body["fileSize"] = FileOf(export).Length;
        }
        else if (status == "FAILED")
        {
            body["error"] = new JsonObject { ["errorCode"] = export.Failure!.ErrorCode, ["message"] = export.Failure.Reason };
        }

        return body;
    }

    private ReadOnlyMemory<byte> FileOf(SimulatedExport export) => export.File ??= ExportFile.Write(export, quirks);

    private SimulatorFault? TakeFault(long profileId)
    {
        int index = _spoilt.FindIndex(spoilt => spoilt.ProfileId is null || spoilt.ProfileId == profileId);
        if (index < 0)
        {
            return null;
        }

        SimulatorFault fault = _spoilt[index].Fault;
        _spoilt.RemoveAt(index);
        return fault;
    }

    private static Answer Error(int status, string message) => Answer.Of(status, new JsonObject { ["message"] = message });

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
