using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Benchmarks.Techniques.Reading;

/// <summary>The SDK's reader.</summary>
internal sealed class SdkRead(RunRequest request) : ReadTechnique(request)
{
    protected override async Task<ReportTotals> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var totals = new ReportTotals();
        int firstMetric = Dataset.Columns.ToList().IndexOf(ReportMetrics.Names[0]);
        await using FileStream file = InputFiles.OpenReport(path);
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(file, Dataset.Columns, null, cancellationToken))
        {
            Add(totals, batch, firstMetric);
        }

        for (int metric = 0; metric < totals.Sums.Length; metric++)
        {
            totals.Sums[metric] /= ReportMetrics.IsMoney(metric) ? 10_000 : 1;
        }

        return totals;
    }

    /// <summary>Money in millionths, as the batch has it.</summary>
    private static void Add(ReportTotals totals, ReportBatch batch, int firstMetric)
    {
        int first = ReportSource.FirstDay.DayNumber;
        long[] sums = totals.Sums;
        for (int row = 0; row < batch.RowCount; row++)
        {
            totals.Rows++;
            if (!batch.TryGetDate(row, 0, out DateOnly date) || !batch.TryGetInt64(row, 1, out long campaign)
                || !batch.TryGetInt64(row, 2, out long adGroup) || !batch.TryGetInt64(row, 3, out long target))
            {
                throw new InvalidDataException($"Row {totals.Rows} has no day or no ids.");
            }

            totals.Days += date.DayNumber - first;
            totals.CampaignIds += campaign;
            totals.AdGroupIds += adGroup;
            totals.TargetIds += target;
            for (int column = 4; column < firstMetric; column++)
            {
                totals.TextBytes += batch.GetUtf8(row, column).Length;
            }

            for (int metric = 0; metric < sums.Length; metric++)
            {
                if (ReportMetrics.IsMoney(metric))
                {
                    batch.TryGetMicros(row, firstMetric + metric, out long micros, out _);
                    sums[metric] += micros;
                }
                else
                {
                    batch.TryGetInt64(row, firstMetric + metric, out long count);
                    sums[metric] += count;
                }
            }
        }
    }
}
