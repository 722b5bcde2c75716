using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

/// <summary>
/// Each type, grouping and time unit with all its columns, asked for through the client. The second opinions are the catalogue's JSON on
/// what to ask for, and JsonDocument on what the file holds.
/// </summary>
public sealed class EveryReportTypeTests
{
    private static readonly JsonElement[] Catalogue =
        [.. JsonElement.Parse(RepositoryFiles.Read("eng", "catalogue", "report-types.json")).EnumerateArray()];

    public static TheoryData<string> Types => [.. Catalogue.Select(type => type.GetProperty("reportTypeId").GetString()!)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_value_of_every_column_is_read_as_the_file_has_it(string reportTypeId)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options =>
        {
            options.Campaigns = 2;
            options.ReportGenerationTime = TimeSpan.FromSeconds(5);
        });
        ProfileClient profile = await amazon.GetProfileClientAsync();
        ReportRequest[] requests = [.. Requests(Catalogue.Single(type => type.GetProperty("reportTypeId").GetString() == reportTypeId))];

        foreach (ReportRequest request in requests)
        {
            await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(request));
            byte[] file = await BytesAsync(download.Content);
            using JsonDocument rows = await JsonDocument.ParseAsync(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));

            List<string> expected = [.. rows.RootElement.EnumerateArray().SelectMany(row => request.Columns.Select(column => Written(column, row)))];
            List<string> read = [];
            await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(file), request.Columns))
            {
                batch.Columns.Should().Equal(request.Columns);
                read.AddRange(batch.ToRecords().SelectMany(record => request.Columns.Select(column => Read(column, record))));
            }

            rows.RootElement.GetArrayLength().Should().BePositive();
            read.Count.Should().Be(expected.Count);
            read.Where((value, index) => value != expected[index]).Should().BeEmpty($"of {request.ReportTypeId} by {string.Join(", ", request.GroupBy)}");
        }
    }

    /// <summary>Base columns, those of the grouping, and those that only an example names; not the day of a summary, which Amazon refuses.</summary>
    private static IEnumerable<ReportRequest> Requests(JsonElement type)
    {
        foreach (string timeUnit in Strings(type.GetProperty("timeUnit")))
        {
            foreach (JsonProperty groupBy in type.GetProperty("groupBy").EnumerateObject())
            {
                string id = type.GetProperty("reportTypeId").GetString()!;
                IEnumerable<string> examples = type.TryGetProperty("openApiExampleOnlyColumns", out JsonElement list) ? Strings(list) : [];
                yield return new ReportRequest
                {
                    ReportTypeId = id,
                    GroupBy = id == "dspInventory" && groupBy.Name is not ("site" or "supplySource") ? ["site", groupBy.Name] : [groupBy.Name],
                    Columns =
                    [
                        .. Strings(type.GetProperty("baseColumns")).Concat(Strings(groupBy.Value.GetProperty("additionalMetrics"))).Concat(examples)
                            .Distinct().Where(column => timeUnit == "DAILY" || column is not ("date" or "matchRate")),
                    ],
                    TimeUnit = new ReportTimeUnit(timeUnit),
                    StartDate = new DateOnly(2026, 3, 11),
                    EndDate = new DateOnly(2026, 3, 14),
                };
            }
        }
    }

    private static string Written(string column, JsonElement row)
    {
        JsonElement value = row.GetProperty(column);
        return value.ValueKind switch
        {
            JsonValueKind.Null => $"{column}: null",
            JsonValueKind.String => $"{column}: text {value.GetString()}",
            JsonValueKind.Number => $"{column}: number {value.GetRawText()} {Decimal(value.GetRawText())}",
            _ => throw new InvalidOperationException($"No report holds {value.ValueKind}."),
        };
    }

    private static string Read(string column, ReportRecord record) => record.GetKind(column) switch
    {
        ReportCellKind.Null => $"{column}: {record.GetString(column) ?? "null"}",
        ReportCellKind.Text => $"{column}: text {record.GetString(column)}",
        ReportCellKind.Integer or ReportCellKind.Decimal or ReportCellKind.Number =>
            $"{column}: number {record.GetString(column)} {record.GetDecimal(column)!.Value.ToString(CultureInfo.InvariantCulture)}",
        ReportCellKind other => $"{column}: {other}",
    };

    private static string Decimal(string raw) => decimal.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static async Task<byte[]> BytesAsync(Stream content)
    {
        using MemoryStream copy = new();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
