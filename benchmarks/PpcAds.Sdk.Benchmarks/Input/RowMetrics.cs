namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>All metrics of a row from what is known of its traffic.</summary>
internal static class RowMetrics
{
    /// <param name="row">The row, with its target.</param>
    /// <param name="impressions">How often the ad was shown.</param>
    /// <param name="clicks">How often it was clicked.</param>
    /// <param name="orders">The orders within 7 days.</param>
    /// <param name="random">The row's random numbers.</param>
    public static void Fill(ReportRow row, long impressions, long clicks, long orders, ref SeededRandom random)
    {
        long[] values = row.Values;
        TargetFacts target = row.Target;
        long orders1 = random.Next(orders + 1);
        long orders14 = orders + (clicks > orders && random.Next(10) == 0 ? 1 : 0);
        long orders30 = orders14 + (clicks > orders14 && random.Next(10) == 0 ? 1 : 0);
        long more = random.Next(5) == 0 ? 1 : 0;
        values[ReportMetrics.Impressions] = impressions;
        values[ReportMetrics.Clicks] = clicks;
        values[ReportMetrics.Cost] = clicks == 0 ? 0 : (clicks * target.CostPerClickCents) + random.Next(20);
        values[ReportMetrics.Purchases1d] = orders1;
        values[ReportMetrics.Purchases7d] = orders;
        values[ReportMetrics.Purchases14d] = orders14;
        values[ReportMetrics.Purchases30d] = orders30;
        long units1 = values[ReportMetrics.Units1d] = orders1 == 0 ? 0 : orders1 + more;
        long units7 = values[ReportMetrics.Units7d] = orders == 0 ? 0 : orders + more;
        long units14 = values[ReportMetrics.Units14d] = orders14 == 0 ? 0 : orders14 + more;
        long units30 = values[ReportMetrics.Units30d] = orders30 == 0 ? 0 : orders30 + more;
        values[ReportMetrics.Sales1d] = units1 * target.PriceCents;
        values[ReportMetrics.Sales7d] = units7 * target.PriceCents;
        values[ReportMetrics.Sales14d] = units14 * target.PriceCents;
        values[ReportMetrics.Sales30d] = units30 * target.PriceCents;
        long same = values[ReportMetrics.SameSku7d] = random.Next(units7 + 1) * target.PriceCents;
        values[ReportMetrics.SameSku14d] = same + ((units14 - units7) * target.PriceCents);
    }
}
