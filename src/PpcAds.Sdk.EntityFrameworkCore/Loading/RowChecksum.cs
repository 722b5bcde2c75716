using System.Text;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// A number for what is stored of a row on its way: day, key, ids, texts, currency, window, metrics and share; not the further
/// columns, whose JSON PostgreSQL writes in another way. The sum of a day's rows is in the ledger, and <see cref="StoredRows"/>
/// computes the same from the table.
/// </summary>
internal sealed class RowChecksum(LoadScope scope)
{
    /// <summary>What places of texts begin with, after those of metrics.</summary>
    public const int FirstText = 64;

    /// <summary>The place of the top-of-search impression share, which is no metric.</summary>
    public const int Share = FirstText - 1;

    private readonly PerformanceMetric[] _metrics =
    [
        .. scope.Dataset.Metrics
            .Where(metric => StoredMetrics.IsStored(metric, scope.Dataset.Metrics, scope.AttributionDays)).Order(),
    ];

    private readonly PerformanceText[] _texts = Enum.GetValues<PerformanceText>();
    private string _currency = "";
    private byte[] _currencyBytes = [];

    /// <summary>Returns the checksum of a row.</summary>
    public long Of(PerformanceRow row)
    {
        if (!ReferenceEquals(row.CurrencyCode, _currency))
        {
            (_currency, _currencyBytes) = (row.CurrencyCode, Encoding.UTF8.GetBytes(row.CurrencyCode));
        }

        RowHash hash = default;
        hash.AddId(row.Date.DayNumber);
        hash.AddId(row.CampaignId ?? 0);
        hash.AddBytes(row.EntityDetail);
        hash.AddId(row.AdGroupId);
        hash.AddId(row.AdId);
        hash.AddId(row.TargetId);
        hash.AddId(scope.AttributionDays);
        hash.AddBytes(_currencyBytes);
        foreach (PerformanceText text in _texts)
        {
            ReadOnlySpan<byte> utf8 = row.GetUtf8(text);
            if (!utf8.IsEmpty)
            {
                hash.AddId(FirstText + (int)text);
                hash.AddBytes(utf8);
            }
        }

        foreach (PerformanceMetric metric in _metrics)
        {
            long value = row[metric] ?? 0;
            if (value != 0)
            {
                hash.AddAt((int)metric, value);
            }
        }

        if (row.TopOfSearchImpressionShare is { } share)
        {
            hash.AddAt(Share, (long)(share * PerformanceMetrics.MicrosPerUnit));
        }

        return hash.Value;
    }
}
