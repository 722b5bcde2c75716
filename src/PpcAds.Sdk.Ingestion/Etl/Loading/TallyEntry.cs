namespace PpcAds.Sdk.Etl;

/// <summary>An entity of a tally. Ids of Amazon's are positive: 0 is none.</summary>
internal struct TallyEntry
{
    public long Id;
    public long CampaignId;
    public long AdGroupId;
    public string Currency;

    /// <summary>Where its texts stand.</summary>
    public int Texts;

    /// <summary>A day of those that are kept apart; default if it had none.</summary>
    public DateOnly RecentDate;

    /// <summary>Another day; default if it had none.</summary>
    public DateOnly OtherDate;
}
