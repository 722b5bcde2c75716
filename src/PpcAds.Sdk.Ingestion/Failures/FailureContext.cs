namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>What a failure alone does not show.</summary>
internal readonly record struct FailureContext
{
    /// <summary>Whether a report was requested, polled or loaded.</summary>
    public bool IsReport { get; init; }

    /// <summary>Whether the grant may only view the profile.</summary>
    public bool IsViewOnly { get; init; }

    /// <summary>The ad product of the request, such as <c>SPONSORED_BRANDS</c>, if it was one.</summary>
    public string? AdProduct { get; init; }

    /// <summary>How many steps of the report failed in a row before.</summary>
    public int EarlierFailures { get; init; }

    /// <summary>When the advertiser's consent ended, if it is known to have.</summary>
    public DateTimeOffset? ConsentEndedAt { get; init; }

    /// <summary>Whether Amazon answered another call for the profile in this run.</summary>
    public bool HasAnswered { get; init; }
}
