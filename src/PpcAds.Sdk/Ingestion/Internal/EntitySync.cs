using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Lists a profile's entities and loads them, each kind by itself: parents before children.</summary>
internal sealed class EntitySync(IEtlSink sink, IngestionOptions options)
{
    private readonly IReadOnlyList<EntityType> _types = [.. EntityCatalogue.All.Where(type => options.Entities.Contains(type.Id))];

    /// <summary>Whether to go on with the profile: not when Amazon refuses it, or its whole account.</summary>
    public async Task<bool> RunAsync(
        ProfileClient client, AccountId accountId, ProfileRecord profile, RunRecorder recorder, CancellationToken cancellationToken)
    {
        foreach (EntityType type in _types)
        {
            if (recorder.Failures.StopOf(accountId, profile.ProfileId) is not null)
            {
                return false;
            }

            if ((type.SkipReason(profile) ?? ProductReason(type, accountId, profile, recorder)) is { } reason)
            {
                recorder.Add(new StepResult
                {
                    AccountId = accountId,
                    ProfileId = profile.ProfileId,
                    Step = type.Id,
                    Outcome = StepOutcome.Skipped,
                    Reason = reason,
                });
                continue;
            }

            await StepAsync(type, client, accountId, profile, recorder, cancellationToken).ConfigureAwait(false);
        }

        return recorder.Failures.StopOf(accountId, profile.ProfileId) is null;
    }

    private static string? ProductReason(EntityType type, AccountId accountId, ProfileRecord profile, RunRecorder recorder) =>
        type.AdProduct is { } product ? recorder.Failures.SkipOf(accountId, profile.ProfileId, product)?.Reason : null;

    private Task<StepResult> StepAsync(
        EntityType type, ProfileClient client, AccountId accountId, ProfileRecord profile, RunRecorder recorder, CancellationToken cancellationToken) =>
        recorder.RunAsync(
            accountId,
            profile.ProfileId,
            type.Id,
            async () =>
            {
                LoadResult load = await type
                    .LoadAsync(client, sink, new EntityScope(accountId, profile.ProfileId), recorder.DriftOf(accountId), cancellationToken).ConfigureAwait(false);
                recorder.Failures.Answered(accountId, profile.ProfileId);
                return new StepResult
                {
                    AccountId = accountId,
                    ProfileId = profile.ProfileId,
                    Step = type.Id,
                    Outcome = StepOutcome.Done,
                    Load = load,
                };
            },
            cancellationToken,
            new FailureContext { IsViewOnly = profile.IsViewOnly, AdProduct = type.AdProduct });
}
