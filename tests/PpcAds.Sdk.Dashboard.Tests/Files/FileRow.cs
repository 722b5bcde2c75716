using System.Data.Common;
using System.Globalization;

namespace PpcAds.Sdk.Dashboard.Tests.Files;

/// <summary>A row of a file, all columns in one text, numbers without trailing zeros.</summary>
/// <param name="Text">All columns.</param>
/// <param name="Cost">The spend.</param>
internal sealed record FileRow(string Text, decimal Cost)
{
    private static readonly string[] Headings =
    [
        "account_id", "profile_id", "profile", "country", "ad_product", "campaign_id", "campaign", "ad_group_id", "ad_group",
        "target_id", "target_kind", "target", "match_type", "ad_id", "sku", "name", "state", "budget", "bid", "currency", "from",
        "to", "days_loaded", "impressions", "clicks", "spend", "orders", "units", "sales", "ctr", "cpc", "cvr", "acos", "roas",
        "previous_spend", "previous_orders", "previous_sales",
    ];

    private static readonly HashSet<string> Texts =
    [
        "profile", "country", "ad_product", "campaign", "ad_group", "target_kind", "target", "match_type", "sku", "name", "state",
        "currency", "from", "to",
    ];

    private static readonly int SpendAt = Array.IndexOf(Headings, "spend");

    public static IEnumerable<FileRow> Parse(string file)
    {
        string[] lines = file.TrimStart('﻿').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].Split(',').Should().Equal(Headings);
        foreach (string line in lines.Skip(1))
        {
            List<string> cells = Cells(line);
            cells.Should().HaveCount(Headings.Length, line);
            yield return Of(cells);
        }
    }

    /// <summary>The row that SQL found, with the rates that its sums make.</summary>
    public static FileRow Of(DbDataReader reader, TableQuestion question)
    {
        decimal Number(string name) => reader[name] is DBNull ? 0 : Convert.ToDecimal(reader[name], CultureInfo.InvariantCulture);
        string Raw(string name) => Convert.ToString(reader[name], CultureInfo.InvariantCulture) ?? "";
        decimal cost = Number("cost") / 1_000_000;
        decimal sales = Number("sales") / 1_000_000;
        decimal clicks = Number("clicks");
        string Rate(decimal part, decimal whole) => whole == 0 ? "" : Invariant(Math.Round(part / whole, 6));
        string Previous(decimal value) => question.HasPrevious ? Invariant(value) : "";
        return Of(
        [
            .. Headings.Take(19).Select(Raw),
            question.Currency, $"{question.From:yyyy-MM-dd}", $"{question.To:yyyy-MM-dd}", Raw("days_loaded"),
            Invariant(Number("impressions")), Invariant(clicks), Invariant(cost), Invariant(Number("orders")),
            Invariant(Number("units")), Invariant(sales), Rate(clicks, Number("impressions")), Rate(cost, clicks),
            Rate(Number("orders"), clicks), Rate(cost, sales), Rate(sales, cost), Previous(Number("p_cost") / 1_000_000),
            Previous(Number("p_orders")), Previous(Number("p_sales") / 1_000_000),
        ]);
    }

    private static FileRow Of(List<string> cells) => new(
        string.Join('|', Headings.Zip(cells, (name, cell) => Texts.Contains(name) || cell.Length == 0
            ? cell
            : Invariant(decimal.Parse(cell, CultureInfo.InvariantCulture)))),
        decimal.Parse(cells[SpendAt], CultureInfo.InvariantCulture));

    private static string Invariant(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cells[^1] += line[i++];
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += line[i];
            }
        }

        return cells;
    }
}
