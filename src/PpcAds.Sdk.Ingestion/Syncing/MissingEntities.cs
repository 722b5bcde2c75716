using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>
/// Notices entities that lists no longer have. Nothing is deleted for it: that a list lacks one proves nothing.
/// </summary>
internal sealed class MissingEntities(IIngestionReader reader, TimeProvider timeProvider)
{
    /// <summary>For how long entities must be missing to be reported.</summary>
    private static readonly TimeSpan UnseenAfter = TimeSpan.FromDays(7);

    /// <summary>For how long they are reported; after that they are ignored.</summary>
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(30);

    /// <summary>Notes what is missing, once all lists of a profile were read.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="listed">How many entities came of each table and ad product whose lists were read without a failure.</param>
    /// <param name="recorder">Takes the issues.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task NoteAsync(
        AccountId accountId,
        ProfileId profileId,
        IReadOnlyDictionary<(string Table, string? AdProduct), long> listed,
        SyncContext recorder,
        CancellationToken cancellationToken)
    {
        if (listed.Count == 0)
        {
            return;
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        var query = new PresenceQuery(accountId, profileId, now - UnseenAfter, now - ForgottenAfter);
        foreach (EntityPresence stored in await reader.CountPresenceAsync(query, cancellationToken).ConfigureAwait(false))
        {
            EntityTable table = EntityTables.All.First(table => table.Name == stored.Table);
            string what = stored.AdProduct is null ? table.EntityType : $"{table.EntityType} of {stored.AdProduct}";
            if (!listed.TryGetValue((stored.Table, stored.AdProduct), out long count))
            {
                continue;
            }

            if (count == 0 && stored.Known > 0)
            {
                recorder.AddIssue(
                    accountId,
                    profileId,
                    table.EntityType,
                    "list empty",
                    $"Amazon listed no {what}, and {stored.Known} are stored that it had before. Nothing is deleted.");
            }
            else if (stored.Unseen > 0)
            {
                recorder.AddIssue(
                    accountId,
                    profileId,
                    table.EntityType,
                    "entities unseen",
                    $"{stored.Unseen} of {stored.Known} {what} were in no list for {UnseenAfter.Days} days. Nothing is deleted.",
                    stored.Unseen);
            }
        }
    }
}
