using System.Text;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>Counts and sums of a report: by them every run is checked.</summary>
internal sealed class ReportTotals
{
    public long Rows { get; set; }

    /// <summary>By the constants of <see cref="ReportMetrics"/>; money in hundredths.</summary>
    public long[] Sums { get; } = new long[ReportMetrics.Names.Count];

    public Int128 CampaignIds { get; set; }

    public Int128 AdGroupIds { get; set; }

    public Int128 TargetIds { get; set; }

    /// <summary>The days since the first, summed.</summary>
    public long Days { get; set; }

    /// <summary>The bytes of the texts: keyword type, match type, targeting, search term, currency.</summary>
    public long TextBytes { get; set; }

    /// <summary>The same in characters of UTF-16.</summary>
    public long TextChars { get; set; }

    /// <summary>The sum of the prints of the rows as they are to be stored.</summary>
    public ulong Prints { get; set; }

    public static ReportTotals Of(ReportSource source, long restated)
    {
        var totals = new ReportTotals();
        foreach (ReportRow row in source.Read(restated))
        {
            totals.Rows++;
            totals.Days += row.Day;
            totals.CampaignIds += row.Target.CampaignId;
            totals.AdGroupIds += row.Target.AdGroupId;
            totals.TargetIds += row.Target.TargetId;
            totals.Prints += RowPrint.Of(row);
            int ascii = row.Target.KeywordType.Length + row.Target.MatchType.Length + ReportSource.Currency.Length;
            totals.TextBytes += ascii + Encoding.UTF8.GetByteCount(row.Target.Targeting)
                + Encoding.UTF8.GetByteCount(row.SearchTerm ?? "");
            totals.TextChars += ascii + row.Target.Targeting.Length + (row.SearchTerm?.Length ?? 0);
            for (int i = 0; i < totals.Sums.Length; i++)
            {
                totals.Sums[i] += row.Values[i];
            }
        }

        return totals;
    }

    /// <summary>What differs in what was read, or null. A text's length is compared in the unit in which it was taken.</summary>
    public string? Compare(ReportTotals read)
    {
        if (read.Rows != Rows)
        {
            return $"{read.Rows} rows instead of {Rows}";
        }

        if (read.Days != Days || read.CampaignIds != CampaignIds || read.AdGroupIds != AdGroupIds || read.TargetIds != TargetIds)
        {
            return "days or ids differ";
        }

        if (read.TextBytes != TextBytes && read.TextChars != TextChars)
        {
            return "texts differ";
        }

        for (int i = 0; i < Sums.Length; i++)
        {
            if (read.Sums[i] != Sums[i])
            {
                return $"{ReportMetrics.Names[i]} sums to {read.Sums[i]} instead of {Sums[i]}";
            }
        }

        return null;
    }
}
