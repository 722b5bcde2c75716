using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

/// <summary>
/// Sequences of loads by a seed: days that are restated, rows that vanish, come twice or cannot be read, empty reports, late
/// days, days at the edge of what Amazon keeps, several currencies and datasets, extra columns, older reports, a clock that is
/// set back.
/// </summary>
internal sealed class SequenceMaker(int seed)
{
    private const int Loads = 6;

    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly Dataset[] Sets = [Datasets.SpCampaign, Datasets.SpAdGroup, Datasets.SpTarget, Datasets.SpSearchTerm];

    private static readonly string[] Terms = ["blue mug", "becher für tee", "茶", "b0c1234567", "mug \u0000 ☕"];

    private readonly Random _random = new(seed);

    public IReadOnlyList<LoadStep> Make()
    {
        DateTimeOffset now = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);
        DateTimeOffset generated = now.AddHours(-2);
        Dataset[] used = [.. Sets.Where(_ => _random.Next(2) == 0).DefaultIfEmpty(Datasets.SpCampaign).Take(2)];
        var steps = new List<LoadStep>();
        for (int load = 0; load < Loads; load++)
        {
            now = now.AddHours(_random.Next(6) switch { 0 => -3, 1 => 0, 2 => 13, _ => 1 });
            generated = generated.AddHours(_random.Next(6) == 0 ? -1 : 1);
            Dataset dataset = used[_random.Next(used.Length)];
            LoadStep? before = steps.LastOrDefault(step => step.Dataset == dataset);
            bool repeats = before is not null && _random.Next(3) == 0;
            DateOnly start = repeats ? before!.Start : Day.AddDays(_random.Next(8) == 0 ? -40 : _random.Next(5));
            DateOnly end = repeats ? before!.End : start.AddDays(_random.Next(4));
            steps.Add(new LoadStep
            {
                Dataset = dataset,
                Start = start,
                End = end,
                Rows = repeats && _random.Next(2) == 0 ? before!.Rows : [.. MakeRows(dataset, start, end)],
                GeneratedAt = generated,
                Now = now,
                RetentionStart = _random.Next(6) == 0 ? start.AddDays(1) : new DateOnly(2025, 12, 10),
                ExtraColumns = dataset == Datasets.SpCampaign && _random.Next(3) == 0 ? ["campaignName"] : [],
                Confirms = repeats,
                Listed = _random.Next(3) == 0 ? [.. Enumerable.Range(1, 3).Select(_ => (long)_random.Next(1, 12))] : [],
            });
        }

        return steps;
    }

    private IEnumerable<string> MakeRows(Dataset dataset, DateOnly start, DateOnly end)
    {
        // Of each six reports one lacks most of its rows, and one all.
        int share = _random.Next(6) switch { 0 => 0, 1 => 3, _ => 9 };
        for (DateOnly day = start; day <= end.AddDays(_random.Next(8) == 0 ? 1 : 0); day = day.AddDays(1))
        {
            for (int entity = 1; entity <= 8; entity++)
            {
                if (_random.Next(10) < share)
                {
                    string row = MakeRow(dataset, day, entity).ToJsonString();
                    for (int copies = _random.Next(12) == 0 ? 2 : 1; copies > 0; copies--)
                    {
                        yield return row;
                    }
                }
            }
        }
    }

    /// <summary>Rows of one key, which are added up, are of one currency.</summary>
    private bool IsForeign(DateOnly day, int entity) => seed % 3 == 0 && ((entity / 2) + day.DayNumber) % 11 == seed % 11;

    private JsonObject MakeRow(Dataset dataset, DateOnly day, int entity)
    {
        // Half of the figures are as they may have been before.
        int figure = _random.Next(2) == 0 ? entity : _random.Next(50);
        var row = new JsonObject
        {
            ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["campaignId"] = dataset == Datasets.SpCampaign ? entity : 1 + (entity / 4),
            ["campaignBudgetCurrencyCode"] = IsForeign(day, entity) ? "EUR" : "USD",
            ["impressions"] = figure * 10,
            ["clicks"] = figure / 2,
            ["cost"] = _random.Next(40) == 0 ? JsonValue.Create("none") : JsonValue.Create(figure * 0.123456m),
            ["purchases7d"] = figure / 10,
            ["sales7d"] = figure / 10 * 9.99m,
            ["sales14d"] = figure / 5 * 9.99m,
            ["unitsSoldClicks7d"] = figure / 9,
        };
        if (dataset == Datasets.SpCampaign)
        {
            row["topOfSearchImpressionShare"] = _random.Next(3) == 0 ? null : JsonValue.Create(figure / 100m);
            row["campaignName"] = _random.Next(3) == 0 ? null : JsonValue.Create($"Mugs {entity} \"ü\"");
            return row;
        }

        row["adGroupId"] = 10 + (entity / 2);
        if (dataset != Datasets.SpAdGroup)
        {
            row["keywordId"] = entity == 8 ? JsonValue.Create("Unallocated") : JsonValue.Create(100 + entity);
            string type = entity % 3 == 0 ? "TARGETING_EXPRESSION" : "EXACT";
            row["keywordType"] = type;
            row["matchType"] = type;
            row["targeting"] = $"mug {entity}";
            row["searchTerm"] = dataset == Datasets.SpSearchTerm ? Terms[entity % Terms.Length] : null;
        }

        return row;
    }
}
