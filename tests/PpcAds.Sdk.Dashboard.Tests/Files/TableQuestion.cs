namespace PpcAds.Sdk.Dashboard.Tests.Files;

/// <summary>One table, as an address asks for it and as SQL does.</summary>
/// <param name="Path">The path of the table.</param>
/// <param name="Grain">What the names of its datasets end with.</param>
/// <param name="Currency">The currency.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record TableQuestion(string Path, string Grain, string Currency, DateOnly From, DateOnly To)
{
    /// <summary>Gets a value that indicates whether the period before is asked for too.</summary>
    public bool HasPrevious { get; init; }

    /// <summary>Gets the further parameters of the address.</summary>
    public string Query { get; init; } = "";

    /// <summary>Gets the condition that says the same about the rows.</summary>
    public string Condition { get; init; } = "1 = 1";

    public int Days => To.DayNumber - From.DayNumber + 1;

    public DateOnly PreviousFrom => From.AddDays(-Days);

    public DateOnly PreviousTo => From.AddDays(-1);

    public string Address =>
        $"/ads/{Path}.csv?currency={Currency}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}"
        + $"&compare={(HasPrevious ? "previous" : "none")}{Query}";

    public override string ToString() => Address;
}
