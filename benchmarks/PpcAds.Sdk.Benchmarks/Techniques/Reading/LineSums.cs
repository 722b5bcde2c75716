using PpcAds.Sdk.Benchmarks.Input;

namespace PpcAds.Sdk.Benchmarks.Techniques.Reading;

/// <summary>Sums lines as they come: money as the decimal that it is.</summary>
internal sealed class LineSums
{
    private readonly ReportTotals _totals = new();
    private decimal _cost;
    private decimal _sales1d;
    private decimal _sales7d;
    private decimal _sales14d;
    private decimal _sales30d;
    private decimal _sameSku7d;
    private decimal _sameSku14d;

    public void Add(ReportLine line)
    {
        long[] sums = _totals.Sums;
        _totals.Rows++;
        _totals.Days += line.Date.DayNumber - ReportSource.FirstDay.DayNumber;
        _totals.CampaignIds += line.CampaignId;
        _totals.AdGroupIds += line.AdGroupId;
        _totals.TargetIds += line.KeywordId;
        _totals.TextChars += line.KeywordType.Length + line.MatchType.Length + line.Targeting.Length
            + (line.SearchTerm?.Length ?? 0) + line.CampaignBudgetCurrencyCode.Length;
        sums[ReportMetrics.Impressions] += line.Impressions;
        sums[ReportMetrics.Clicks] += line.Clicks;
        sums[ReportMetrics.Purchases1d] += line.Purchases1d;
        sums[ReportMetrics.Purchases7d] += line.Purchases7d;
        sums[ReportMetrics.Purchases14d] += line.Purchases14d;
        sums[ReportMetrics.Purchases30d] += line.Purchases30d;
        sums[ReportMetrics.Units1d] += line.UnitsSoldClicks1d;
        sums[ReportMetrics.Units7d] += line.UnitsSoldClicks7d;
        sums[ReportMetrics.Units14d] += line.UnitsSoldClicks14d;
        sums[ReportMetrics.Units30d] += line.UnitsSoldClicks30d;
        _cost += line.Cost;
        _sales1d += line.Sales1d;
        _sales7d += line.Sales7d;
        _sales14d += line.Sales14d;
        _sales30d += line.Sales30d;
        _sameSku7d += line.AttributedSalesSameSku7d;
        _sameSku14d += line.AttributedSalesSameSku14d;
    }

    public ReportTotals ToTotals()
    {
        long[] sums = _totals.Sums;
        sums[ReportMetrics.Cost] = (long)(_cost * 100);
        sums[ReportMetrics.Sales1d] = (long)(_sales1d * 100);
        sums[ReportMetrics.Sales7d] = (long)(_sales7d * 100);
        sums[ReportMetrics.Sales14d] = (long)(_sales14d * 100);
        sums[ReportMetrics.Sales30d] = (long)(_sales30d * 100);
        sums[ReportMetrics.SameSku7d] = (long)(_sameSku7d * 100);
        sums[ReportMetrics.SameSku14d] = (long)(_sameSku14d * 100);
        return _totals;
    }
}
