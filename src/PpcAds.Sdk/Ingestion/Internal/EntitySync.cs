using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Lists a profile's entities and loads them, each type by itself: parents before children.</summary>
internal sealed class EntitySync(IEtlSink sink)
{
    public async Task RunAsync(
        ProfileClient client, AccountId accountId, ProfileRecord profile, RunRecorder recorder, CancellationToken cancellationToken)
    {
        var products = client.SponsoredProducts;
        await StepAsync(products.ListCampaignsAsync(), CampaignRecord.From, accountId, profile, recorder, cancellationToken).ConfigureAwait(false);
        await StepAsync(products.ListAdGroupsAsync(), AdGroupRecord.From, accountId, profile, recorder, cancellationToken).ConfigureAwait(false);
        await StepAsync(products.ListKeywordsAsync(), KeywordRecord.From, accountId, profile, recorder, cancellationToken).ConfigureAwait(false);
    }

    private Task<StepResult> StepAsync<TSource, TRecord>(
        AmazonAdsPageable<TSource> list,
        Func<TSource, TRecord> map,
        AccountId accountId,
        ProfileRecord profile,
        RunRecorder recorder,
        CancellationToken cancellationToken)
        where TRecord : class, IEntityRecord =>
        recorder.RunAsync(
            accountId,
            profile.ProfileId,
            TRecord.EntityType,
            async () =>
            {
                var result = new StepResult { AccountId = accountId, ProfileId = profile.ProfileId, Step = TRecord.EntityType, Outcome = StepOutcome.Done };
                try
                {
                    LoadResult load = await sink.LoadEntitiesAsync(
                        new EntityScope(accountId, profile.ProfileId), PagesAsync(list, map, cancellationToken), cancellationToken).ConfigureAwait(false);
                    return result with { Load = load };
                }
                catch (AmazonAdsAccessDeniedException exception) when (profile.IsViewOnly)
                {
                    return result with
                    {
                        Outcome = StepOutcome.Skipped,
                        Reason = $"The grant may only view this profile, and Amazon does not list {TRecord.EntityType} then: {exception.Details ?? exception.Message}",
                        Exception = exception,
                    };
                }
            },
            cancellationToken);

    private static async IAsyncEnumerable<IReadOnlyList<TRecord>> PagesAsync<TSource, TRecord>(
        AmazonAdsPageable<TSource> list,
        Func<TSource, TRecord> map,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<TSource> page in list.AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            yield return [.. page.Items.Select(map)];
        }
    }
}
