using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

/// <summary>Stores that take part in a comparison, and what they say of a profile as lines of text.</summary>
internal sealed class ComparedStore : IAsyncDisposable
{
    private static readonly string[] MetricNames = [.. PerformanceMetrics.All.Select(PerformanceMetrics.GetColumnName)];

    private readonly ServiceProvider _services;
    private readonly SetTime _time = new();

    private ComparedStore(Action<IPpcAdsBuilder> use)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging();
        use(services.AddScannedPpcAds());
        _services = services.BuildServiceProvider();
    }

    private AccountId Account { get; set; }

    private IPpcAdsReader Reader => _services.GetRequiredService<IPpcAdsReader>();

    private IFigureHistory History => _services.GetRequiredService<IFigureHistory>();

    public static async Task<ComparedStore> StartAsync(
        Action<IPpcAdsBuilder> use, Func<IServiceProvider, Task>? createTables = null)
    {
        var store = new ComparedStore(use);
        await (createTables?.Invoke(store._services) ?? Task.CompletedTask);
        store.Account = (await store._services.GetRequiredService<IAccountStore>().AddAsync("Acme")).AccountId;
        return store;
    }

    /// <summary>Loads a sequence into a profile.</summary>
    /// <returns>What the profile is then.</returns>
    public async Task<ProfileText> RunAsync(long profile, IReadOnlyList<LoadStep> steps)
    {
        var text = new ProfileText();
        await StoreProfileAsync(new ProfileId(profile));
        string? digest = null;
        for (int i = 0; i < steps.Count; i++)
        {
            _time.Now = steps[i].Now;
            await ListAsync(profile, steps[i].Listed);
            LoadResult? result = await LoadAsync(profile, steps[i], steps[i].Confirms ? digest : null, i);
            digest = result?.RemovalDigest;

            // What stands for the rows is each store's own.
            text.Results.Add($"{i}: {(result is null ? "rejected" : (result with { RemovalDigest = null }).ToString())}");
        }

        foreach (string dataset in steps.Select(step => step.Dataset.Id).Distinct().Order())
        {
            await DescribeAsync(new ProfileId(profile), dataset, text);
        }

        await DescribeEntitiesAsync<CampaignRecord>(profile, text);
        await DescribeEntitiesAsync<AdGroupRecord>(profile, text);
        await DescribeEntitiesAsync<KeywordRecord>(profile, text);
        await DescribeEntitiesAsync<TargetRecord>(profile, text);
        return text;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>By its currency sums are chosen where rows have several.</summary>
    private Task<LoadResult> StoreProfileAsync(ProfileId profile) => _services.GetRequiredService<IEtlSink>().LoadEntitiesAsync(
        new EntityScope(Account),
        new[]
        {
            (IReadOnlyList<ProfileRecord>)
            [
                new ProfileRecord { ProfileId = profile, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD" },
            ],
        }.ToAsyncEnumerable());

    private async Task ListAsync(long profile, IReadOnlyList<long> campaigns)
    {
        if (campaigns.Count > 0)
        {
            CampaignRecord[] page =
            [
                .. campaigns.Select(id => new CampaignRecord
                {
                    CampaignId = new CampaignId(id),
                    AdProduct = AdProducts.SponsoredProducts,
                    Name = $"Campaign {id}",
                }),
            ];
            await _services.GetRequiredService<IEtlSink>().LoadEntitiesAsync(
                new EntityScope(Account, new ProfileId(profile)),
                new[] { (IReadOnlyList<CampaignRecord>)page }.ToAsyncEnumerable());
        }
    }

    private async Task<LoadResult?> LoadAsync(long profile, LoadStep step, string? confirmed, int number)
    {
        var scope = new LoadScope
        {
            AccountId = Account,
            ProfileId = new ProfileId(profile),
            Dataset = step.Dataset,
            StartDate = step.Start,
            EndDate = step.End,
            ReportId = $"00000000-0000-4000-8000-{number:000000000000}",
            GeneratedAt = step.GeneratedAt,
            RetentionStart = step.RetentionStart,
            ExtraColumns = step.ExtraColumns,
            CurrencyCode = "USD",
            AttributionDays = 7,
            MaxRejectedShare = 0.3,
            ConfirmedRemoval = confirmed,
        };
        await using ILoadSession session = await _services.GetRequiredService<IEtlSink>().BeginReplaceAsync(
            scope, new LoadId($"{profile}/{number}"));
        Rows rows = Rows.None;
        foreach (string row in step.Rows)
        {
            rows.Raw(row);
        }

        await foreach (ReportBatch batch in rows.ReadAsync(step.Dataset))
        {
            await session.WriteAsync(batch);
        }

        try
        {
            return await session.CommitAsync();
        }
        catch (ReportRejectedException)
        {
            return null;
        }
    }

    private async Task DescribeAsync(ProfileId profile, string dataset, ProfileText text)
    {
        ReadPage<PerformanceRecord> page = await Reader.ListPerformanceAsync(
            new PerformanceQuery(Account, dataset) { ProfileId = profile }, new PageRequest(1000));
        page.Next.Should().BeNull();
        text.Rows.AddRange(page.Items.Select(Describe).Order(StringComparer.Ordinal));
        text.HasSeveralCurrencies |= page.Items.Select(row => row.CurrencyCode).Distinct().Count() > 1;
        text.Totals.AddRange((await Reader.SumPerformanceAsync(new PerformanceQuery(Account, dataset) { ProfileId = profile }))
            .Select(total => Text($"{dataset} {total.CurrencyCode} {total.Rows} {Describe(total.Sums)}")));
        foreach (PerformanceDay day in await Reader.ListDaysAsync(Account, profile, dataset))
        {
            text.Ledger.Add(Text($"{dataset} {day.Date:O} {day.State} {day.ReportId} {day.ReportGeneratedAt:O}")
                + Text($" {day.LoadedAt:O} {day.FirstLoadedAt:O}")
                + Text($" {day.Rows} -{day.RowsRemoved} {day.Impressions} {day.Clicks} {day.Cost:0.000000}"));
        }

        await DescribeHistoryAsync(new FigureQuery(Account, profile, dataset), text);
    }

    private async Task DescribeHistoryAsync(FigureQuery query, ProfileText text)
    {
        IReadOnlyList<DayLoad> loads = await History.ListLoadsAsync(query);
        text.History.AddRange(
            loads.Select(load => Text($"{query.Dataset} load {load.Date:O} {load.LoadedAt:O} {load.ReportGeneratedAt:O}")));
        List<FigureChange> changes = await History.ReadChangesAsync(query).ToListAsync();
        text.History.AddRange(changes
            .Select(change => Text($"{query.Dataset} change {change.KnownAt:O} ")
                + Describe(change.Date, change.EntityKey, change.Difference))
            .Order(StringComparer.Ordinal));
        IEnumerable<DateTimeOffset?> instants = loads.Select(load => (DateTimeOffset?)load.LoadedAt).Distinct().Order();
        foreach (DateTimeOffset? at in instants.Append(null))
        {
            List<KnownFigures> known = await History.ReadAsync(query with { KnownAt = at }).ToListAsync();
            text.History.AddRange(known
                .Select(figures => Text($"{query.Dataset} known {at:O} ")
                    + Describe(figures.Date, figures.EntityKey, figures.Figures))
                .Order(StringComparer.Ordinal));
        }
    }

    private async Task DescribeEntitiesAsync<T>(long profile, ProfileText text)
        where T : class, IEntityRecord<T>
    {
        await foreach (StoredEntity<T> stored in Reader.ListAllEntitiesAsync<T>(new EntityQuery(Account, new ProfileId(profile))))
        {
            string sums = stored.Performance is not { } performance ? "none"
                : Text($"{performance.From:O} {performance.AsOf:O} {Describe(performance.Total)} ")
                    + Describe(performance.Last30Days);
            text.Sums.Add($"{typeof(T).Name} {stored.Entity.EntityId} {sums}");
            text.Changes.Add(Text($"{typeof(T).Name} {stored.Entity.EntityId} {stored.ChangedAt:O}"));
            text.Entities.Add(Text($"{stored.Entity} {stored.Source} {stored.FirstSeenAt:O} {stored.LastSeenAt:O}")
                + Text($" {stored.Performance?.CurrencyCode} {stored.Performance?.AttributionDays}"));
        }
    }

    private static string Describe(PerformanceRecord row)
    {
        string texts = string.Join(",", row.Texts.OrderBy(text => text.Key).Select(text => $"{text.Key}={text.Value}"));
        string metrics = string.Join(",", row.Metrics.OrderBy(metric => metric.Key)
            .Select(metric => Text($"{MetricNames[(int)metric.Key]}={metric.Value:0.######}")));

        // PostgreSQL's jsonb has spaces of its own.
        string? extra = row.Extra?.Replace("\": ", "\":", StringComparison.Ordinal);
        return Text($"{row.Dataset} {row.Date:O} {row.EntityKey} {row.CampaignId} {row.AdGroupId} {row.AdId} {row.TargetId}")
            + Text($" {row.CurrencyCode} {row.AttributionDays} {row.ChangedAt:O} {row.TopOfSearchImpressionShare:0.######}")
            + Text($" {extra} [{texts}] [{metrics}]");
    }

    private static string Describe(DateOnly date, string key, PerformanceSums sums) => Text($"{date:O} {key} {Describe(sums)}");

    private static string Describe(PerformanceSums sums) =>
        Text($"({sums.Impressions} {sums.Clicks} {sums.Cost:0.######} {sums.Sales:0.######} {sums.Orders} {sums.Units})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
