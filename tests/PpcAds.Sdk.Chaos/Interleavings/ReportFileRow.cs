namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A row of a report.</summary>
/// <param name="Date">The day.</param>
/// <param name="Id">The campaign's id, the keyword's or the target's.</param>
/// <param name="Units">What all of its figures are made from.</param>
/// <param name="KeywordType">A keyword's match type; anything else is a target.</param>
/// <param name="Currency">The currency.</param>
internal sealed record ReportFileRow(DateOnly Date, long Id, int Units, string KeywordType = "EXACT", string Currency = "USD")
{
    public long CostMicros => (Units * 1_000_000L) + 250_000;
}
