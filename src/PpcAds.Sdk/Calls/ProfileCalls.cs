using System.Text.Json.Serialization.Metadata;
using System.Text.Json;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>What calls for one profile are made with.</summary>
/// <param name="Pipeline">Sends the calls.</param>
/// <param name="Downloader">Opens files.</param>
/// <param name="Region">The profile's region.</param>
/// <param name="ProfileId">The profile.</param>
/// <param name="Options">How calls are made.</param>
/// <param name="TimeProvider">The time.</param>
internal sealed record ProfileCalls(
    AdsPipeline Pipeline,
    FileDownloader Downloader,
    AmazonAdsRegion Region,
    ProfileId ProfileId,
    AmazonAdsClientOptions Options,
    TimeProvider TimeProvider)
{
    /// <summary>
    /// Where differences from the documented shapes are noted, to be read leniently; <see langword="null"/> to refuse them.
    /// </summary>
    public SchemaDrift? Drift { get; init; }

    /// <inheritdoc cref="CallContext.Patience"/>
    public TimeSpan? Patience { get; init; }

    /// <summary>A call for the profile.</summary>
    public AdsRequest To(AdsOperation operation, string path) =>
        new(operation, Region, path) { ProfileId = ProfileId, Patience = Patience };

    /// <summary>Reads an answer that is one object.</summary>
    /// <exception cref="AmazonAdsUnexpectedResponseException">It is something else.</exception>
    public T Read<T>(AdsResponse response, JsonTypeInfo<T> type)
    {
        if (Drift is not { } drift)
        {
            return response.Read(type);
        }

        T? value = default;
        response.Read((ref Utf8JsonReader reader) =>
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            value = new LenientReader(drift, response.Call.Operation).Read(document.RootElement, type);
            while (reader.Read())
            {
                // Whatever follows the object makes the reader throw.
            }
        });
        return value ?? throw response.Unexpected("An object was expected.");
    }

    /// <summary>A link of Amazon's to a file of the profile.</summary>
    /// <exception cref="AmazonAdsUnexpectedResponseException">It is no address that a file may be downloaded from.</exception>
    public FileLink LinkTo(string operation, string subject, string id, string? link)
    {
        if (link is null)
        {
            throw Unusable("without a link to its file");
        }

        return FileLink.Check(link, Options.Endpoints[Region]) is { } url
            ? new FileLink(operation, subject, url, Region, ProfileId) { Patience = Patience }
            : throw Unusable("with a link that is no https address");

        AmazonAdsUnexpectedResponseException Unusable(string how) => new(
            $"The {subject} {id} is COMPLETED {how}. This is no empty {subject}; request it again.",
            new AmazonAdsFailure { Operation = operation, ProfileId = ProfileId });
    }
}
