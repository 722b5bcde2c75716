using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Secrets;
using PpcAds.Sdk.EntityFrameworkCore.Verification;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>Makes and checks the tables. A host does so when it starts; a script calls <see cref="EnsureReadyAsync"/>.</summary>
public sealed class PpcAdsDatabase
{
    private readonly IPpcAdsContexts _contexts;
    private readonly PpcAdsStorageOptions _options;
    private readonly PpcAdsSqlDialect _dialect;
    private readonly StoredSecrets? _secrets;
    private readonly TimeProvider _timeProvider;

    internal PpcAdsDatabase(
        IPpcAdsContexts contexts,
        PpcAdsStorageOptions options,
        PpcAdsSqlDialect dialect,
        StoredSecrets? secrets,
        TimeProvider timeProvider)
    {
        _contexts = contexts;
        _options = options;
        _dialect = dialect;
        _secrets = secrets;
        _timeProvider = timeProvider;
    }

    /// <summary>
    /// How long another session may hold up the start. Below a command's 30 seconds, so that the remedy comes first.
    /// </summary>
    internal TimeSpan LongestLockWait { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// Runs the SDK's migrations if asked to, then checks that every table and column is there, and that stored credentials can
    /// be decrypted.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The set-up contradicts itself; or tables or columns are missing, which the message names; or the keys are not the ones
    /// that stored credentials were written with.
    /// </exception>
    /// <exception cref="PpcAdsStorageException">
    /// The database cannot be reached, or another session locks its tables: reported within 30 seconds, with what to do.
    /// </exception>
    public async Task EnsureReadyAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = _contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            CheckModel(lease.Context);
            var start = new DatabaseStart(lease.Context, _dialect, LongestLockWait);
            await start.RunAsync(
                async () =>
                {
                    if (_options.MigrateOnStartup)
                    {
                        await start.MigrateAsync(cancellationToken).ConfigureAwait(false);
                    }

                    await start.WithLimitedLocksAsync(
                        _ => CheckTablesAsync(lease.Context, cancellationToken), cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }

        if (_secrets is not null)
        {
            await _secrets.CheckAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Encrypts all stored credentials again with the current key. Afterwards former keys can be removed, once every process has
    /// the current one. Can run during a sync, be called again at any time, and be interrupted: what was not reached keeps its
    /// key.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Credentials are not kept in the database, or the keys are not the ones that they were written with.
    /// </exception>
    public Task<SecretReencryption> ReencryptSecretsAsync(CancellationToken cancellationToken = default) =>
        Secrets.ReencryptAsync(cancellationToken);

    /// <summary>
    /// For when the former keys are lost for good: the host starts again with the keys that it has. Accounts whose credentials do
    /// not decrypt become <see cref="PpcAds.Sdk.Accounts.AccountStatus.NeedsConsent"/>, until they are connected again with
    /// <c>AccountManager.ReconnectAsync</c>. Nothing is deleted.
    /// </summary>
    /// <returns>Those accounts.</returns>
    /// <exception cref="InvalidOperationException">Credentials are not kept in the database.</exception>
    public Task<IReadOnlyList<AccountId>> AcceptLostSecretsAsync(CancellationToken cancellationToken = default) =>
        Secrets.AcceptLossAsync(cancellationToken);

    /// <summary>
    /// Compares all that is stored with what else is stored: rows with the ledger and its checksums, so that rows are found that
    /// were changed by others than loads; the sums on campaigns, ad groups, keywords and targets with the rows; the history with
    /// ledger and rows. It writes nothing, and can run during syncs: each profile and dataset is read in one transaction that
    /// sees it as it was before or after a load.
    /// </summary>
    /// <param name="accountId">The account; <see langword="null"/> for all, and for rows that belong to none.</param>
    /// <param name="after">
    /// The <see cref="StoreVerification.Position"/> after which to resume; <see langword="null"/> to begin.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>What was found, one profile and dataset after another, clean ones too.</returns>
    public IAsyncEnumerable<StoreVerification> VerifyAsync(
        AccountId? accountId = null, StorePosition? after = null, CancellationToken cancellationToken = default) =>
        Store.VerifyAsync(accountId, after, cancellationToken);

    /// <summary>
    /// Heals what <see cref="VerifyAsync"/> finds. Sums, the ledger and its checksums are computed again from the rows, history
    /// that contradicts itself is removed, and so are rows that belong to no profile and dataset. Days whose rows are not those
    /// that were loaded become suspect, so that their reports are requested again. Loads keep all of this up to date; this is for
    /// what was changed by others. It can run during syncs: each profile and dataset is one transaction, for which its loads wait
    /// or are deferred. What is right is not written, so that it can be called again after it was interrupted.
    /// </summary>
    /// <param name="accountId">The account; <see langword="null"/> for all, and for rows that belong to none.</param>
    /// <param name="after">The position after which to resume; <see langword="null"/> to begin.</param>
    /// <param name="progress">Receives each profile and dataset that is done.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>How much was written of each kind.</returns>
    /// <exception cref="Etl.LoadLockedException">A load held the lock of its profile and dataset for ten minutes.</exception>
    public Task<RecomputeResult> RecomputeAsync(
        AccountId? accountId = null,
        StorePosition? after = null,
        IProgress<StorePosition>? progress = null,
        CancellationToken cancellationToken = default) =>
        Store.RecomputeAsync(accountId, after, progress, cancellationToken);

    private WholeStore Store => new(_contexts, _dialect, _timeProvider);

    private StoredSecrets Secrets => _secrets
        ?? throw new InvalidOperationException(
            "PpcAds: credentials are not kept in the database. StoreCredentialsInDatabase() does that.");

    private void CheckModel(DbContext context)
    {
        string name = context.GetType().Name;
        if (context.Model.FindEntityType(typeof(PpcPerformanceRecord)) is null)
        {
            throw new InvalidOperationException(
                $"PpcAds: {name} does not have the SDK's tables. Call modelBuilder.AddPpcAds() in its OnModelCreating and add "
                + "a migration, or leave the context out to use the SDK's own.");
        }

        string? model = context.Model.FindAnnotation(PpcAdsModel.ProviderAnnotation)?.Value as string;
        if (model != _dialect.ProviderName || context.Database.ProviderName != _dialect.ProviderName)
        {
            throw new InvalidOperationException(
                $"PpcAds: {name} runs on {context.Database.ProviderName}, its tables were added for {model}, and the storage "
                + $"registered is for {_dialect.ProviderName}. Use AddPpcAds() and Use…() of one and the same package.");
        }
    }

    private async Task CheckTablesAsync(DbContext context, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (IEntityType entity in PpcAdsModel.Find(context.Model))
        {
            (StoreObjectIdentifier table, string kind) = StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is { } found
                ? (found, "table")
                : (StoreObjectIdentifier.Create(entity, StoreObjectType.View)!.Value, "view");
            string[] columns = [.. entity.GetProperties().Select(property => property.GetColumnName(table)).OfType<string>()];
            missing.AddRange(await FindMissingAsync(context, table, kind, columns, cancellationToken).ConfigureAwait(false));
        }

        string? schema = context.Model.FindEntityType(typeof(PpcPerformanceRecord))!.GetViewSchema();
        foreach (string view in PpcAdsViews.Names)
        {
            missing.AddRange(
                await FindMissingAsync(context, StoreObjectIdentifier.View(view, schema), "view", [], cancellationToken)
                    .ConfigureAwait(false));
        }

        if (missing.Count > 0)
        {
            throw new InvalidOperationException(
                $"PpcAds: the database of {context.GetType().Name} lacks {string.Join(", ", missing)}. "
                + "Add and run a migration (your own context; views by migrationBuilder.CreatePpcAdsViews()), or set "
                + "migrateOnStartup (the SDK's own).");
        }
    }

    private async Task<IEnumerable<string>> FindMissingAsync(
        DbContext context, StoreObjectIdentifier table, string kind, string[] columns, CancellationToken cancellationToken)
    {
        string quoted = table.Schema is null ? $"\"{table.Name}\"" : $"\"{table.Schema}\".\"{table.Name}\"";
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // The name is the model's.
            command.CommandText =
                $"""
                SELECT *
                FROM {quoted}
                WHERE 1 = 0
                """;
#pragma warning restore CA2100
            try
            {
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var found = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)
                        .ToHashSet(StringComparer.OrdinalIgnoreCase);
                    return
                    [
                        .. columns.Where(column => !found.Contains(column))
                            .Select(column => $"the column {table.Name}.{column}"),
                    ];
                }
            }
            catch (DbException exception) when (_dialect.IsMissingTable(exception))
            {
                return [$"the {kind} {table.Name}"];
            }
        }
    }
}
