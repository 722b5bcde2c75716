using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>Reports v3: takes requests, makes reports as time passes, gives links to their files.</summary>
internal sealed class ReportService(
    SimulatorClock clock, SimulatorOptions options, SimulatorQuirks quirks, Catalogue catalogue, ReportRetention retention)
{
    private const int LargestKeptFile = 8 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly PresignedLink _links = new(options.Seed);
    private readonly Dictionary<string, SimulatedReport> _reports = [];
    private readonly List<(long? ProfileId, SimulatorFault Fault)> _spoilt = [];
    private int _created;

    /// <summary>Whether a fault is about what becomes of a report that is created.</summary>
    public static bool Spoils(SimulatorFaultKind kind) => kind is SimulatorFaultKind.ReportFails
        or SimulatorFaultKind.ReportLacksRows or SimulatorFaultKind.ReportLacksAdGroups or SimulatorFaultKind.ReportCurrency;

    /// <summary>Makes the next report of that profile, or of any, fail, lack rows or have odd ones.</summary>
    public void SpoilNext(long? profileId, SimulatorFault fault)
    {
        lock (_gate)
        {
            _spoilt.Add((profileId, fault));
        }
    }

    public ReportAnswer Create(SimulatedProfile profile, ReadOnlyMemory<byte> body)
    {
        ReportAsk ask;
        try
        {
            ask = ReportAsk.Read(body);
        }
        catch (FormatException exception)
        {
            return Error(400, exception.Message);
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = profile.Marketplace.DateAt(now);
        if (ReportRules.FindFault(ask, catalogue, retention, today) is { } fault)
        {
            return Error(400, fault);
        }

        lock (_gate)
        {
            SimulatedReport? same = _reports.Values.FirstOrDefault(report =>
                report.Profile == profile && now < report.FinishedAt && report.Ask.Fingerprint == ask.Fingerprint);
            if (same is not null)
            {
                return Error(425, $"The Request is a duplicate of : {same.ReportId}");
            }

            SimulatorFault? spoilt = TakeFault(profile.ProfileId, ask);
            var report = new SimulatedReport
            {
                ReportId = NextId(),
                Profile = profile,
                Ask = ask,
                Type = catalogue.Find(ask.ReportTypeId)!,
                CreatedAt = now,
                FinishedAt = now + options.ReportGenerationTime,
                FirstKept = today.AddDays(-retention.GetDays(ask.ReportTypeId)),
                FailureReason = spoilt is { Kind: SimulatorFaultKind.ReportFails } ? spoilt.Reason : null,
                MissingShare = spoilt?.MissingShare ?? 0,
                OddRows = spoilt is { Kind: SimulatorFaultKind.ReportLacksAdGroups or SimulatorFaultKind.ReportCurrency }
                    ? spoilt
                    : null,
            };
            _reports.Add(report.ReportId, report);
            return new ReportAnswer(200, Describe(report, now, null));
        }
    }

    public ReportAnswer Get(SimulatedProfile profile, string reportId, Uri downloadRoot)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return Find(profile, reportId) is { } report
            ? new ReportAnswer(200, Describe(report, now, downloadRoot))
            : Error(404, "Not Found");
    }

    public ReportAnswer Delete(SimulatedProfile profile, string reportId)
    {
        if (Find(profile, reportId) is not { } report)
        {
            return Error(404, "Not Found");
        }

        if (report.StatusAt(clock.GetUtcNow()) is not "PENDING" and var status)
        {
            return Error(400, $"The report is {status}; only a PENDING one can be cancelled.");
        }

        lock (_gate)
        {
            _reports.Remove(reportId);
        }

        ReportAnswer answer = Error(200, "Report deleted");
        answer.Body["reportId"] = reportId;
        return answer;
    }

    /// <summary>The file behind a link.</summary>
    public DownloadAnswer Download(string path, IReadOnlyDictionary<string, string> query)
    {
        (string? reportId, string? error) = _links.Read(path, query, clock.GetUtcNow());
        SimulatedReport? report;
        lock (_gate)
        {
            report = reportId is null ? null : _reports.GetValueOrDefault(reportId);
        }

        if (report is null)
        {
            return new DownloadAnswer(403, error ?? "<Error><Code>NoSuchKey</Code></Error>", null, null);
        }

        var writer = new ReportFileWriter(report, quirks);
        return FileOf(report) is { } file
            ? new DownloadAnswer(
                200, null, file.Length, async (stream, token) => await stream.WriteAsync(file, token).ConfigureAwait(false))
            : new DownloadAnswer(200, null, null, writer.WriteAsync);
    }

    private SimulatedReport? Find(SimulatedProfile profile, string reportId)
    {
        lock (_gate)
        {
            return _reports.TryGetValue(reportId, out SimulatedReport? report) && report.Profile == profile ? report : null;
        }
    }

    private JsonObject Describe(SimulatedReport report, DateTimeOffset now, Uri? downloadRoot)
    {
        string status = report.StatusAt(now);
        bool completed = status == "COMPLETED";
        bool finished = completed || status == "FAILED";
        return new JsonObject
        {
            ["reportId"] = report.ReportId,
            ["name"] = report.Ask.Name,
            ["status"] = status,
            ["startDate"] = report.Ask.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["endDate"] = report.Ask.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["createdAt"] = Instant(report.CreatedAt),
            ["updatedAt"] = Instant(finished ? report.FinishedAt : report.CreatedAt),
            ["generatedAt"] = completed ? Instant(report.FinishedAt) : null,
            ["fileSize"] = completed ? FileOf(report)?.Length : null,
            ["url"] = completed && downloadRoot is not null
                ? _links.Sign(downloadRoot, report.ReportId, now, options.DownloadUrlLifetime).AbsoluteUri
                : null,
            ["urlExpiresAt"] = completed ? Instant(now + options.DownloadUrlLifetime) : null,
            ["failureReason"] = status == "FAILED" ? report.FailureReason : null,
            ["configuration"] = report.Ask.ToConfiguration(),
        };
    }

    /// <summary>The whole file when it is of ordinary size, else null: it is then generated for each download.</summary>
    private ReadOnlyMemory<byte>? FileOf(SimulatedReport report)
    {
        if (report.File is null && quirks.InflateReportsToBytes is null)
        {
            byte[] file = new ReportFileWriter(report, quirks).ToArray();
            if (file.Length > LargestKeptFile)
            {
                return null;
            }

            report.File = file;
        }

        return report.File;
    }

    private SimulatorFault? TakeFault(long profileId, ReportAsk ask)
    {
        int index = _spoilt.FindIndex(spoilt => (spoilt.ProfileId is null || spoilt.ProfileId == profileId)
            && (spoilt.Fault.ReportTypeId is null || spoilt.Fault.ReportTypeId == ask.ReportTypeId)
            && (spoilt.Fault.ReportDay is not { } day || (ask.Start <= day && day <= ask.End)));
        if (index < 0)
        {
            return null;
        }

        SimulatorFault fault = _spoilt[index].Fault;
        _spoilt.RemoveAt(index);
        return fault;
    }

    private string NextId() =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Seed}/{++_created}")).AsSpan(0, 16)).ToString();

    private ReportAnswer Error(int status, string detail) => new(status, new JsonObject
    {
        ["code"] = quirks.ReportErrorCodesAsNumbers ? status : status.ToString(CultureInfo.InvariantCulture),
        ["detail"] = detail,
    });

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
