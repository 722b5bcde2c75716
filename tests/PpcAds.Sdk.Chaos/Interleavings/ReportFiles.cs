using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>The reports. Ids from 5 on are in no list before the operations begin, those from 8 on never are.</summary>
internal static class ReportFiles
{
    private const string Product = "TARGETING_EXPRESSION";

    private static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>Loaded before the operations begin.</summary>
    public static ReportFile Campaigns { get; } = new("campaigns", Datasets.SpCampaign, Day, Day.AddDays(1), 0,
    [
        new(Day, 1, 10), new(Day, 2, 20), new(Day, 3, 30),
        new(Day.AddDays(1), 1, 11), new(Day.AddDays(1), 2, 21), new(Day.AddDays(1), 3, 31),
    ]);

    /// <summary>Changes rows, removes one, adds known and unknown campaigns, and one row of another currency.</summary>
    public static ReportFile CampaignsRestated { get; } = new("campaigns restated", Datasets.SpCampaign, Day, Day.AddDays(1), 1,
    [
        new(Day, 1, 12), new(Day, 3, 30), new(Day, 4, 40), new(Day, 5, 50), new(Day, 8, 80),
        new(Day.AddDays(1), 1, 11), new(Day.AddDays(1), 2, 22), new(Day.AddDays(1), 3, 31, Currency: "EUR"), new(Day.AddDays(1), 5, 51),
    ]);

    /// <summary>Days that hold nothing.</summary>
    public static ReportFile CampaignsFirst { get; } = new("campaigns of new days", Datasets.SpCampaign, Day.AddDays(2), Day.AddDays(3), 1,
    [
        new(Day.AddDays(2), 1, 13), new(Day.AddDays(2), 4, 43), new(Day.AddDays(2), 5, 53),
        new(Day.AddDays(3), 5, 54), new(Day.AddDays(3), 6, 64), new(Day.AddDays(3), 8, 84),
    ]);

    /// <summary>Of a day with figures and one without, later than all others.</summary>
    public static ReportFile CampaignsOverlapping { get; } = new("campaigns overlapping", Datasets.SpCampaign, Day.AddDays(1), Day.AddDays(2), 2,
    [
        new(Day.AddDays(1), 1, 15), new(Day.AddDays(1), 6, 65), new(Day.AddDays(2), 5, 55), new(Day.AddDays(2), 2, 25),
    ]);

    /// <summary>Moves the last 30 days on, past all others.</summary>
    public static ReportFile CampaignsLater { get; } = new("campaigns of a later month", Datasets.SpCampaign, Day.AddDays(40), Day.AddDays(40), 1,
    [
        new(Day.AddDays(40), 1, 16), new(Day.AddDays(40), 5, 56), new(Day.AddDays(40), 9, 96),
    ]);

    /// <summary>Loaded before the operations begin.</summary>
    public static ReportFile Targets { get; } = new("targets", Datasets.SpTarget, Day, Day.AddDays(1), 0,
    [
        new(Day, 11, 10), new(Day, 12, 20), new(Day, 13, 30), new(Day, 21, 10, Product), new(Day.AddDays(1), 22, 20, Product),
    ]);

    public static ReportFile TargetsRestated { get; } = new("targets restated", Datasets.SpTarget, Day, Day.AddDays(1), 1,
    [
        new(Day, 11, 12), new(Day, 13, 30), new(Day, 15, 50), new(Day.AddDays(1), 18, 80),
        new(Day, 21, 12, Product), new(Day.AddDays(1), 25, 50, Product), new(Day.AddDays(1), 28, 80, Product),
    ]);

    public static ReportFile TargetsFirst { get; } = new("targets of new days", Datasets.SpTarget, Day.AddDays(2), Day.AddDays(2), 1,
    [
        new(Day.AddDays(2), 11, 13), new(Day.AddDays(2), 15, 53), new(Day.AddDays(2), 25, 53, Product), new(Day.AddDays(2), 28, 83, Product),
    ]);
}
