using System.IO.Compression;
using System.Text.Json;
using PpcAds.Sdk.Simulator.Figures;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>Writes a report's file: one gzip member with one JSON array of flat rows, straight to a stream.</summary>
internal sealed class ReportFileWriter(SimulatedReport report, SimulatorQuirks quirks)
{
    private const int FlushAfterBytes = 64 * 1024;

    private string[]? _shuffled;

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        using (var json = new Utf8JsonWriter(gzip))
        {
            json.WriteStartArray();
            foreach (Func<string, object?> row in Rows())
            {
                Write(json, row);
            }

            json.WriteEndArray();
        }

        return file.ToArray();
    }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            var json = new Utf8JsonWriter(gzip);
            await using (json.ConfigureAwait(false))
            {
                json.WriteStartArray();
                foreach (Func<string, object?> row in Rows().Concat(Padding(json)))
                {
                    Write(json, row);
                    if (json.BytesPending > FlushAfterBytes)
                    {
                        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                    }
                }

                json.WriteEndArray();
            }
        }
    }

    private IEnumerable<Func<string, object?>> Rows()
    {
        bool first = quirks.DuplicateRowsInReports;
        long number = 0;
        IReportModel? model = ReportModels.Find(report.Type.Id);
        foreach (Func<string, object?> made in model is null ? MadeUpRows.Of(report) : Modelled(model))
        {
            Func<string, object?> row = OddRow(made, number++);
            yield return row;
            if (first)
            {
                first = false;
                yield return row;
            }
        }
    }

    /// <summary>The row, or what a fault makes of it.</summary>
    private Func<string, object?> OddRow(Func<string, object?> row, long number)
    {
        if (report.OddRows is not { } fault || !report.Profile.Dice.For("odd rows").For(number).Chance(fault.Share))
        {
            return row;
        }

        return fault.Kind == SimulatorFaultKind.ReportLacksAdGroups
            ? column => column == "adGroupId" ? null : row(column)
            : column => column is "campaignBudgetCurrencyCode" or "budgetCurrency" or "orderCurrency"
                ? fault.Currency ?? report.Profile.Marketplace.CurrencyCode.ToLowerInvariant()
                : row(column);
    }

    private IEnumerable<Func<string, object?>> Modelled(IReportModel model)
    {
        ReportAsk ask = report.Ask;
        Func<string, FigureRow, object?> valueOf = model.ValuesOf(report);
        DateOnly seenOn = report.Profile.Marketplace.DateAt(report.FinishedAt);
        IEnumerable<FigureRow> rows = ask.TimeUnit == "DAILY"
            ? model.Daily(report.Profile, ask.ReportTypeId, ask.GroupBy, report.Start, ask.End, seenOn)
            : model.Summary(report.Profile, ask.ReportTypeId, ask.GroupBy, report.Start, ask.End, seenOn);
        return rows
            .Where(
                row => report.MissingShare == 0 || !report.Profile.Dice.For($"{row.Date}/{row.Key}").Chance(report.MissingShare))
            .Where(row => ask.Filters.All(filter => filter.Values.Contains(valueOf(filter.Field, row)?.ToString() ?? "")))
            .Select(row => (Func<string, object?>)(column => valueOf(column, row)));
    }

    private IEnumerable<Func<string, object?>> Padding(Utf8JsonWriter json)
    {
        long wanted = quirks.InflateReportsToBytes ?? 0;
        for (long entity = 1; json.BytesCommitted + json.BytesPending < wanted; entity++)
        {
            yield return MadeUpRows.Row(report, report.Ask.Start, entity);
        }
    }

    private void Write(Utf8JsonWriter json, Func<string, object?> row)
    {
        json.WriteStartObject();
        foreach (string column in Shuffled())
        {
            object? value = row(column);
            if (quirks.ReportIdsAsStrings && column.EndsWith("Id", StringComparison.Ordinal))
            {
                value = value?.ToString();
            }

            json.WritePropertyName(column);
            switch (value)
            {
                case null:
                    json.WriteNullValue();
                    break;
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case decimal number:
                    json.WriteNumberValue(number);
                    break;
                case RawNumber number:
                    json.WriteRawValue(number.Text);
                    break;
                default:
                    json.WriteStringValue(value.ToString());
                    break;
            }
        }

        if (quirks.ExtraMembers)
        {
            json.WriteNumber("experimentalMetric", 17);
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// Amazon guarantees no order of columns: here it is the same in all rows of a file, but not the requested one.
    /// </summary>
    private string[] Shuffled()
    {
        Dice dice = new Dice(report.Ask.Columns.Count).For(report.ReportId);
        return _shuffled ??= [.. report.Ask.Columns.OrderBy(column => dice.For(column).Unit())];
    }
}
