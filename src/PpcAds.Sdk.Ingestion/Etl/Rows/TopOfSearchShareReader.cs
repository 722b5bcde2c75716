using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Reads the top-of-search impression share of a row. An odd one is noted, and costs the row nothing else.</summary>
internal sealed class TopOfSearchShareReader
{
    /// <summary>No share is that large, be it a fraction, as live accounts show it, or a percentage.</summary>
    private const long Limit = 1000 * PerformanceMetrics.MicrosPerUnit;

    private int _index;

    public void Bind(ReportBatch batch) => _index = batch.GetColumnIndex(Dataset.TopOfSearchImpressionShareColumn);

    public void Read(ReportBatch batch, int row, PerformanceRow target)
    {
        if (_index < 0 || batch.GetKind(row, _index) is ReportCellKind.Missing or ReportCellKind.Null)
        {
            return;
        }

        if (batch.TryGetMicros(row, _index, out long micros, out _) && micros is >= 0 and < Limit)
        {
            target.TopOfSearchImpressionShare = micros / (decimal)PerformanceMetrics.MicrosPerUnit;
        }
        else
        {
            target.Note ??= new RowProblem(
                "share malformed",
                $"{Dataset.TopOfSearchImpressionShareColumn} is '{RowProblem.Shorten(batch.GetString(row, _index))}'; the row is "
                + "loaded without it.");
        }
    }
}
