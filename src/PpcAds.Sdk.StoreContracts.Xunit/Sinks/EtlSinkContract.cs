using System.IO.Compression;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

/// <summary>What every <see cref="IEtlSink"/> must keep. Derive from it in your test project.</summary>
#pragma warning disable CS1591 // The names of the tests say what they are about.
public abstract partial class EtlSinkContract : SinkContract
{
    [SkippableFact]
    public async Task A_load_that_was_committed_is_not_done_again()
    {
        var id = new LoadId("job/1/0/report");
        Assert.Null(await Store.Sink.FindLoadAsync(id));
        LoadResult first = await LoadAsync(ReportRows.None.Campaign(Day, 1), id: id);

        LoadResult second = await LoadAsync(ReportRows.None.Campaign(Day, 2), id: id);

        Assert.Equal(first, second);
        Assert.Equal(first, await Store.Sink.FindLoadAsync(id));
        Assert.Equal(["1"], await KeysAsync());
    }

    [SkippableFact]
    public async Task Nothing_of_a_load_is_visible_before_its_commit()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));
        LoadScope scope = Later(1);
        var id = new LoadId("open");
        await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, id);
        await foreach (ReportBatch batch in ReportRows.None.Campaign(Day, 1, 9m).Campaign(Day, 2).ReadAsync(scope.Dataset))
        {
            await session.WriteAsync(batch);
        }

        Assert.Equal([1.5m], await CostsAsync());
        Assert.Null(await Store.Sink.FindLoadAsync(id));
        await session.CommitAsync();
        Assert.Equal([9m, 1.5m], await CostsAsync());
    }

    [SkippableFact]
    public async Task A_session_that_is_not_committed_leaves_no_trace()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));
        LoadScope scope = Scope();
        await using (ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("lost")))
        {
            await foreach (ReportBatch batch in ReportRows.None.Campaign(Day, 2).ReadAsync(scope.Dataset))
            {
                await session.WriteAsync(batch);
            }
        }

        Assert.Equal(["1"], await KeysAsync());
        Assert.Null(await Store.Sink.FindLoadAsync(new LoadId("lost")));
        LoadResult again = await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day, 2), scope, new LoadId("lost"));
        Assert.Equal(new LoadResult { Inserted = 1, Unchanged = 1 }, again);
    }

    [SkippableFact]
    public async Task A_truncated_file_loads_nothing()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));
        byte[] whole = Compress(ReportRows.None.Many(Enumerable.Range(10, 50).Select(id => (long)id), Day).ToFile());
        LoadScope scope = Scope();

        await Assert.ThrowsAsync<AmazonAdsUnexpectedResponseException>(async () =>
        {
            await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("cut"));
            await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(whole[..^8]), scope.Dataset.Columns))
            {
                await session.WriteAsync(batch);
            }

            await session.CommitAsync();
        });

        Assert.Equal(["1"], await KeysAsync());
    }

    [SkippableFact]
    public async Task A_commit_that_is_cancelled_before_it_begins_loads_nothing()
    {
        LoadScope scope = Scope();
        await using (ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("cancelled")))
        {
            await foreach (ReportBatch batch in ReportRows.None.Campaign(Day, 1).ReadAsync(scope.Dataset))
            {
                await session.WriteAsync(batch);
            }

            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => session.CommitAsync(new CancellationToken(canceled: true)));
        }

        Assert.Empty(await RowsAsync());
        Assert.Null(await Store.Sink.FindLoadAsync(new LoadId("cancelled")));
    }

    [SkippableFact]
    public async Task Loads_of_many_profiles_at_once_are_all_done()
    {
        ProfileId[] profiles = [.. Enumerable.Range(1, 8).Select(id => new ProfileId(id))];

        LoadResult[] results = await Task.WhenAll(profiles.Select(profile => Task.Run(() => LoadInTurnAsync(
            ReportRows.None.Many(Forty, Day).Campaign(Day.AddDays(1), profile.Value),
            Scope() with { ProfileId = profile },
            NextId()))));

        Assert.All(results, result => Assert.Equal(new LoadResult { Inserted = 41 }, result));
        foreach (ProfileId profile in profiles)
        {
            Assert.Equal(41, (await RowsAsync(profile: profile)).Count);
        }
    }

    [SkippableFact]
    public async Task Of_loads_under_one_id_at_once_one_is_done()
    {
        var id = new LoadId("the same");

        LoadResult[] results = await Task.WhenAll(Enumerable.Range(1, 6).Select(campaign => Task.Run(
            () => LoadInTurnAsync(ReportRows.None.Campaign(Day, campaign).Campaign(Day.AddDays(1), campaign), Scope(), id))));

        Assert.Equal(new LoadResult { Inserted = 2 }, Assert.Single(results.Distinct()));
        IReadOnlyList<PerformanceRecord> rows = await RowsAsync();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].EntityKey, rows[1].EntityKey);
    }

    [SkippableFact]
    public async Task Of_reports_of_the_same_days_at_once_the_newest_holds()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(hour => Task.Run(
            () => LoadInTurnAsync(ReportRows.None.Campaign(Day, 1, hour).Campaign(Day, 2, hour), Later(hour), NextId()))));

        Assert.Equal([6m, 6m], await CostsAsync());
    }

    [SkippableFact]
    public async Task The_next_process_finds_what_was_committed()
    {
        var id = new LoadId("report/1");
        LoadResult loaded = await LoadAsync(ReportRows.None.Campaign(Day, 1, 2m).Campaign(Day, 2), id: id);
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));
        List<string> rows = [.. (await RowsAsync()).Select(Describe)];
        SinkUnderTest? next = await Store.ReopenAsync();
        Skip.If(next is null, "Nothing of this sink outlives the process.");
        await using SinkUnderTest reopened = next!;

        Assert.Equal(loaded, await reopened.Sink.FindLoadAsync(id));
        Assert.Equal(
            rows.Order(), (await reopened.ReadRowsAsync(Store.AccountId, Profile, Datasets.SpCampaign)).Select(Describe).Order());
        Assert.Contains(
            Campaign(1),
            (await reopened.ReadEntitiesAsync<CampaignRecord>(Store.AccountId, Profile)).Select(stored => stored.Entity));
        LoadResult later = await LoadThroughAsync(reopened.Sink, ReportRows.None.Campaign(Day, 1, 2m), Later(1));
        Assert.Equal(new LoadResult { Unchanged = 1, Removed = 1 }, later);
    }

    /// <summary>A sink may refuse a load while another of the same profile goes on; an ingestion comes back later.</summary>
    private async Task<LoadResult> LoadInTurnAsync(ReportRows rows, LoadScope scope, LoadId id)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await LoadAsync(rows, scope, id);
            }
            catch (LoadLockedException) when (attempt < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    private async Task<LoadResult> LoadThroughAsync(IEtlSink sink, ReportRows rows, LoadScope scope)
    {
        await using ILoadSession session = await sink.BeginReplaceAsync(scope, NextId());
        await foreach (ReportBatch batch in rows.ReadAsync(scope.Dataset))
        {
            await session.WriteAsync(batch);
        }

        return await session.CommitAsync();
    }

    private static string Describe(PerformanceRecord row) =>
        $"{row.Date:O} {row.EntityKey} {row.CampaignId} {row.CurrencyCode} {row.AttributionDays} {row.ChangedAt:O} "
        + string.Join(
            ' ',
            row.Metrics.OrderBy(metric => metric.Key)
                .Select(metric => $"{metric.Key}={metric.Value.ToString("0.######", null)}"));

    private static byte[] Compress(byte[] file)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(file);
        }

        return buffer.ToArray();
    }
}
