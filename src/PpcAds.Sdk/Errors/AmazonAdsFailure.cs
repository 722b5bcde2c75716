using System.Net;

namespace PpcAds.Sdk;

/// <summary>What is known about a failed call: the facts that every exception carries.</summary>
internal sealed record AmazonAdsFailure
{
    public HttpStatusCode? StatusCode { get; init; }

    public string? ErrorCode { get; init; }

    public string? Details { get; init; }

    public string? RequestId { get; init; }

    public string? Operation { get; init; }

    public ProfileId? ProfileId { get; init; }

    public string? ResponseExcerpt { get; init; }

    public bool IsTransient { get; init; }
}
