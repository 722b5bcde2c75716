using System.Net;

namespace PpcAds.Sdk;

/// <summary>
/// A call to Amazon Ads failed. Subclasses exist for what callers handle apart; this type itself stands for
/// server faults, connections that broke and time-outs.
/// </summary>
/// <remarks>No property and no message ever holds a token, a client secret or a presigned URL.</remarks>
public class AmazonAdsException : Exception
{
    /// <summary>Initializes an exception without a response.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public AmazonAdsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = failure.StatusCode;
        ErrorCode = failure.ErrorCode;
        Details = failure.Details;
        RequestId = failure.RequestId;
        Operation = failure.Operation;
        ProfileId = failure.ProfileId;
        ResponseExcerpt = failure.ResponseExcerpt;
        IsTransient = failure.IsTransient;
    }

    /// <summary>The HTTP status, or <see langword="null"/> when no answer came.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Amazon's own code, such as <c>THROTTLED</c>, <c>INVALID_ARGUMENT</c> or <c>invalid_grant</c>.</summary>
    public string? ErrorCode { get; }

    /// <summary>Amazon's own words about the failure.</summary>
    public string? Details { get; }

    /// <summary>Gets the id that Amazon's support requires.</summary>
    public string? RequestId { get; }

    /// <summary>The operation, such as <c>sp.campaigns.list</c>.</summary>
    public string? Operation { get; }

    /// <summary>The profile that the call was made for, if it was made for one.</summary>
    public ProfileId? ProfileId { get; }

    /// <summary>
    /// The first 200 characters of the answer with secrets removed, when it was not an error body that Amazon documents.
    /// </summary>
    public string? ResponseExcerpt { get; }

    /// <summary>Whether the same call may succeed later with nothing changed.</summary>
    public bool IsTransient { get; }
}
