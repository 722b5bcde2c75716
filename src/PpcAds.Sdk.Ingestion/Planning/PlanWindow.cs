namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>Days that one report would cover, both ends included.</summary>
internal readonly record struct PlanWindow(DateOnly Start, DateOnly End, PlanReason Reason)
{
    public int Days => End.DayNumber - Start.DayNumber + 1;
}
