using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Lists a profile's entities and loads them, each type by itself: parents before children.</summary>
internal sealed class EntitySync(IEtlSink sink)
{
    /// <summary>Whether to go on with the profile: not when Amazon refuses it, or its whole account.</summary>
    public async Task<bool> RunAsync(
        ProfileClient client, AccountId accountId, ProfileRecord profile, RunRecorder recorder, CancellationToken cancellationToken)
    {
        var products = client.SponsoredProducts;
        return recorder.Failures.StopOf(accountId, profile.ProfileId) is null
            && await StepAsync(products.ListCampaignsAsync(), CampaignRecord.From, accountId, profile, recorder, cancellationToken).ConfigureAwait(false)
            && await StepAsync(products.ListAdGroupsAsync(), AdGroupRecord.From, accountId, profile, recorder, cancellationToken).ConfigureAwait(false)
            && await StepAsync(products.ListKeywordsAsync(), KeywordRecord.From, accountId, profile, recorder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether to go on with the profile.</summary>
    private async Task<bool> StepAsync<TSource, TRecord>(
        AmazonAdsPageable<TSource> list,
        Func<TSource, TRecord> map,
        AccountId accountId,
        ProfileRecord profile,
        RunRecorder recorder,
        CancellationToken cancellationToken)
        where TRecord : class, IEntityRecord
    {
        await recorder.RunAsync(
            accountId,
            profile.ProfileId,
            TRecord.EntityType,
            async () =>
            {
                LoadResult load = await sink.LoadEntitiesAsync(
                    new EntityScope(accountId, profile.ProfileId), PagesAsync(list, map, () => recorder.Failures.Answered(accountId, profile.ProfileId), cancellationToken), cancellationToken).ConfigureAwait(false);
                return new StepResult
                {
                    AccountId = accountId,
                    ProfileId = profile.ProfileId,
                    Step = TRecord.EntityType,
                    Outcome = StepOutcome.Done,
                    Load = load,
                };
            },
            cancellationToken,
            new FailureContext { IsViewOnly = profile.IsViewOnly }).ConfigureAwait(false);
        return recorder.Failures.StopOf(accountId, profile.ProfileId) is null;
    }

    private static async IAsyncEnumerable<IReadOnlyList<TRecord>> PagesAsync<TSource, TRecord>(
        AmazonAdsPageable<TSource> list,
        Func<TSource, TRecord> map,
        Action onAnswered,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<TSource> page in list.AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            onAnswered();
            yield return [.. page.Items.Select(map)];
        }
    }
}
