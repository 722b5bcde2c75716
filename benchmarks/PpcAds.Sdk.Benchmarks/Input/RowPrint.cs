namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// A number that stands for all that a row says, so that the rows of a table and those of a report are compared in whatever order
/// they come: by the sum of their prints.
/// </summary>
internal struct RowPrint
{
    private ulong _print;

    public readonly ulong Value => _print;

    /// <summary>The print of a row of a report, as it is to be stored.</summary>
    public static ulong Of(ReportRow row)
    {
        var print = default(RowPrint);
        print.Add(row.Date.DayNumber);
        print.Add(row.Target.CampaignId);
        print.Add(row.Target.AdGroupId);
        print.Add(row.Target.TargetId);
        print.Add(row.Target.Kind);
        print.Add(row.Target.Targeting);
        print.Add(row.Target.MatchType);
        print.Add(row.SearchTerm ?? "");
        print.Add(ReportSource.Currency);
        foreach ((_, int metric) in ReportMetrics.Stored)
        {
            print.Add(row.Values[metric] * (ReportMetrics.IsMoney(metric) ? 10_000 : 1));
        }

        return print.Value;
    }

    /// <summary>A text added to a number.</summary>
    public static ulong Add(ulong print, string text)
    {
        foreach (char letter in text)
        {
            print = (print ^ letter) * 0x100000001B3;
        }

        return SeededRandom.Mix(print, (ulong)text.Length);
    }

    public void Add(long value) => _print = SeededRandom.Mix(_print, (ulong)value);

    public void Add(string text) => _print = Add(_print, text);
}
