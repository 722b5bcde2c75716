using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Etl.Exports;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>Lists a profile's entities and loads them, each kind by itself: parents before children.</summary>
internal sealed class EntitySync(IEtlSink sink, IIngestionReader reader, IngestionOptions options, TimeProvider timeProvider)
{
    private readonly IReadOnlyList<EntityType> _types = TypesOf(options);
    private readonly MissingEntities _missing = new(reader, timeProvider);

    /// <summary>How many steps the entities of a profile take.</summary>
    public int Steps => _types.Count;

    /// <summary>Whether to go on with the profile: not when Amazon refuses it, or its whole account.</summary>
    public async Task<bool> RunAsync(
        ProfileClient client,
        AccountId accountId,
        ProfileRecord profile,
        SyncContext recorder,
        Lease turn,
        CancellationToken cancellationToken)
    {
        var parents = new EntityParents();
        var listed = new Dictionary<(string Table, string? AdProduct), long?>();
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
                listed[(type.Table.Name, type.AdProduct)] = null;
                continue;
            }

            StepResult result = await StepAsync(
                type,
                client,
                parents,
                new EntityScope(accountId, profile.ProfileId) { Turn = turn },
                profile,
                recorder,
                cancellationToken).ConfigureAwait(false);

            // A table that several lists fill is known to lack something only when all of them were read.
            long? before = listed.GetValueOrDefault((type.Table.Name, type.AdProduct), 0);
            listed[(type.Table.Name, type.AdProduct)] = result.Outcome == StepOutcome.Done ? before + result.Load?.Loaded : null;
        }

        if (recorder.Failures.StopOf(accountId, profile.ProfileId) is not null)
        {
            return false;
        }

        if (options.EntitySource == EntitySource.List)
        {
            Dictionary<(string, string?), long> whole = listed.Where(list => list.Value is not null)
                .ToDictionary(list => list.Key, list => list.Value!.Value);
            await recorder.TryAsync(
                () => _missing.NoteAsync(accountId, profile.ProfileId, whole, recorder, cancellationToken)).ConfigureAwait(false);
        }

        return true;
    }

    private static IReadOnlyList<EntityType> TypesOf(IngestionOptions options)
    {
        IReadOnlyList<string> ids = options.GetEntities();
        EntityType[] listed = [.. EntityCatalogue.All.Where(type => ids.Contains(type.Id))];
        return options.EntitySource == EntitySource.Export && listed.Any(ExportedEntities.Replace)
            ? [.. listed.Where(type => !ExportedEntities.Replace(type)), .. ExportedEntities.All]
            : [.. listed];
    }

    private static string? ProductReason(EntityType type, AccountId accountId, ProfileRecord profile, SyncContext recorder) =>
        type.AdProduct is { } product ? recorder.Failures.SkipOf(accountId, profile.ProfileId, product)?.Reason : null;

    private Task<StepResult> StepAsync(
        EntityType type,
        ProfileClient client,
        EntityParents parents,
        EntityScope scope,
        ProfileRecord profile,
        SyncContext recorder,
        CancellationToken cancellationToken) =>
        recorder.RunAsync(
            scope.AccountId,
            profile.ProfileId,
            type.Id,
            async () =>
            {
                var load = new EntityLoad(client, sink, scope, recorder.DriftOf(scope.AccountId))
                {
                    Parents = parents,
                    OnAnswered = () => recorder.Failures.Answered(scope.AccountId, profile.ProfileId),
                };
                LoadResult result = await type.LoadAsync(load, cancellationToken).ConfigureAwait(false);
                return new StepResult
                {
                    AccountId = scope.AccountId,
                    ProfileId = profile.ProfileId,
                    Step = type.Id,
                    Outcome = StepOutcome.Done,
                    Load = result,
                };
            },
            cancellationToken,
            new FailureContext { IsViewOnly = profile.IsViewOnly, AdProduct = type.AdProduct });
}
