using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>How values and statements of loading look in one kind of database. For the package of that database.</summary>
[Experimental(Experimentals.StoreMakers)]
public abstract class PpcAdsSqlDialect
{
    /// <summary>The name of the EF Core provider.</summary>
    public abstract string ProviderName { get; }

    /// <summary>Gets what the tables look like.</summary>
    public abstract PpcAdsModelDialect Model { get; }

    /// <summary>The column that holds an amount of money exactly.</summary>
    public string MoneyColumn(string name) => Model.MoneyColumn(name);

    /// <summary>Gets the detail of a row as a parameter.</summary>
    /// <param name="detail">Its 16 bytes.</param>
    public abstract object DetailValue(ReadOnlySpan<byte> detail);

    /// <summary>Reads the detail of a row.</summary>
    public abstract byte[] ReadDetail(DbDataReader reader, int ordinal);

    /// <summary>An amount in millionths, as a parameter.</summary>
    public abstract object MoneyValue(long micros);

    /// <summary>Reads an amount as millionths.</summary>
    public abstract long ReadMicros(DbDataReader reader, int ordinal);

    /// <summary>A day, as a parameter.</summary>
    public abstract object DateValue(DateOnly value);

    /// <summary>Reads a day.</summary>
    public abstract DateOnly ReadDate(DbDataReader reader, int ordinal);

    /// <summary>An instant, as a parameter.</summary>
    public abstract object InstantValue(DateTimeOffset value);

    /// <summary>Reads an instant.</summary>
    public abstract DateTimeOffset ReadInstant(DbDataReader reader, int ordinal);

    /// <summary>The database's clock, some seconds from now, as SQL.</summary>
    /// <param name="secondsParameter">The parameter that holds the seconds, a double.</param>
    public abstract string NowPlus(string secondsParameter);

    /// <summary>
    /// The SQL that locks the rows of a sub-select that several workers may run concurrently; empty where writers queue anyway.
    /// </summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// Gets the SQL that keeps the rows of a query from being deleted until the transaction ends, while they may still be
    /// updated; empty where writers queue anyway.
    /// </summary>
    public virtual string KeyShareLock => "";

    /// <summary>
    /// Gets the SQL that waits for every holder of the rows of a query and locks them; empty where writers queue anyway.
    /// </summary>
    public virtual string RowLock => "";

    /// <summary>Makes a freshly opened connection ready for loading.</summary>
    public abstract Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Opens a connection for one statement that reads a page: without the settings of a load.</summary>
    /// <param name="context">The context whose database it is.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public virtual async Task<PageConnection> OpenForPageAsync(DbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return new PageConnection(context.Database.GetDbConnection());
    }

    /// <summary>Begins a transaction that writes; where there is one writer at a time, waits for its turn.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction in which all queries see one state of the database, and that keeps no writer waiting.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public abstract ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// The type of a column of a temporary table: <c>integer</c>, <c>bigint</c>, <c>text</c>, <c>money</c>, <c>date</c>,
    /// <c>detail</c> or <c>json</c>.
    /// </summary>
    public abstract string TemporaryType(string kind);

    /// <summary>A parameter that holds a JSON array of objects, as a table in SQL that is called <c>p</c>.</summary>
    /// <param name="parameter">The parameter, a <see cref="byte"/> array of UTF-8.</param>
    /// <param name="columns">
    /// The members of the objects, and what they hold; amounts and days as <see cref="MoneyValue"/> and <see cref="DateValue"/>
    /// give them.
    /// </param>
    public abstract string PageSql(string parameter, IReadOnlyList<(string Name, Etl.EntityColumnKind Kind)> columns);

    /// <summary>Gets the name of the page's row in <see cref="PageUpdate.Set"/> and <see cref="PageUpdate.Condition"/>.</summary>
    public abstract string PageRow { get; }

    /// <summary>
    /// Returns a statement that updates the rows that a page has too, writes no others, and finds them by the primary key,
    /// whatever is known of the table: most of what is stored is not on the page.
    /// </summary>
    /// <param name="update">The update.</param>
    public abstract string UpdateFromPageSql(PageUpdate update);

    /// <summary>A day as SQL, so that the database plans for it.</summary>
    public abstract string DateLiteral(DateOnly value);

    /// <summary>
    /// The column of rows that holds a hash of what a report said of them: rows whose hashes are equal need not be compared.
    /// Empty where there is none.
    /// </summary>
    public virtual string RowHash => "";

    /// <summary>
    /// Whether a full outer join takes time in proportion to its rows, so that the staging table needs no key; else two joins by
    /// key are made of it.
    /// </summary>
    public abstract bool SupportsHashFullJoin { get; }

    /// <summary>The SQL that updates the database's statistics of a table; empty where none is needed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that it is joined by.</param>
    public virtual string AnalyzeSql(string table, params IReadOnlyList<string> columns) => "";

    /// <summary>
    /// The column that locates a row in its table, as long as the row is not changed: rows that were found once need not be
    /// searched again. Databases that hash joins have one.
    /// </summary>
    public virtual string RowLocator => "";

    /// <summary>A statement that goes to rows by <see cref="RowLocator"/>, so that it is not planned as a scan.</summary>
    /// <param name="sql">The statement.</param>
    public virtual string WithNestedLoopPlan(string sql) => sql;

    /// <summary>
    /// A statement that groups many rows, for whose number there may be no statistics yet, so that it is not planned for a few.
    /// </summary>
    /// <param name="sql">The statement.</param>
    public virtual string WithHashAggregatePlan(string sql) => sql;

    /// <summary>
    /// How long a statement of a load may take, in seconds; <see langword="null"/> for what the connection says.
    /// </summary>
    public virtual int? LoadTimeout => null;

    /// <summary>
    /// Gets the size of the largest report, in bytes when unpacked, that is written into the table while it is read;
    /// <see langword="null"/> for no limit, where one load does not keep all others from writing.
    /// </summary>
    public virtual long? MostDirectBytes => null;

    /// <summary>
    /// Keeps other loads of one profile and dataset out until the transaction ends.
    /// </summary>
    /// <param name="connection">The session's connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="scope">Whose rows are loaded.</param>
    /// <param name="wait">Whether to wait for another load to end.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether this load is alone.</returns>
    /// <exception cref="DbException">It has waited for too long: <see cref="IsLockTimeout"/>.</exception>
    public abstract Task<bool> LockAsync(
        DbConnection connection, DbTransaction transaction, Etl.LoadScope scope, bool wait, CancellationToken cancellationToken);

    /// <summary>
    /// Marks the session as one that loads for a holder of a job's lease, until its transaction ends, so that who takes the
    /// lease over finds it. Databases whose locks end with the process need no mark.
    /// </summary>
    /// <param name="connection">The session's connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="jobs">The table of jobs, as SQL names it.</param>
    /// <param name="fence">The job, with the epoch of the lease.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public virtual Task MarkLoadAsync(
        DbConnection connection, DbTransaction transaction, string jobs, LoadFence fence, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// Ends the sessions that load a job for earlier holders of its lease: they can no longer commit, and their locks are in
    /// the way.
    /// </summary>
    /// <param name="connection">A connection without a transaction.</param>
    /// <param name="jobs">The table of jobs, as SQL names it.</param>
    /// <param name="fence">The job, with the epoch of the lease.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The sessions.</returns>
    public virtual Task<IReadOnlyList<EndedSession>> EndEarlierLoadsAsync(
        DbConnection connection, string jobs, LoadFence fence, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EndedSession>>([]);

    /// <summary>
    /// Ends the sessions that wait for their process in the midst of a commit, though the lease of their job has run out:
    /// they lock the job's row, so that no other worker can take it over.
    /// </summary>
    /// <param name="connection">A connection without a transaction.</param>
    /// <param name="jobs">The table of jobs, as SQL names it.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The sessions.</returns>
    public virtual Task<IReadOnlyList<EndedSession>> EndStalledLoadsAsync(
        DbConnection connection, string jobs, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EndedSession>>([]);

    /// <summary>
    /// Keeps others from the entities of a profile until the transaction ends: a list that adds entities and a load that sums
    /// them take turns, and lock their rows in no two orders.
    /// </summary>
    /// <param name="connection">The session's connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile; <see langword="null"/> for the account's list of profiles.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task LockEntitiesAsync(
        DbConnection connection,
        DbTransaction transaction,
        AccountId accountId,
        ProfileId? profileId,
        CancellationToken cancellationToken);

    /// <summary>Opens a writer into the temporary table.</summary>
    /// <param name="connection">The session's connection.</param>
    /// <param name="transaction">The transaction that it is in, if any.</param>
    /// <param name="table">The table.</param>
    public abstract IRowWriter OpenStaging(DbConnection connection, DbTransaction? transaction, StagingTable table);

    /// <summary>Opens a writer straight into <c>performance_records</c>.</summary>
    /// <param name="connection">The session's connection.</param>
    /// <param name="transaction">Its transaction, in which no other load of the profile and dataset goes on.</param>
    /// <param name="target">The days.</param>
    public abstract IDirectRowWriter OpenDirect(DbConnection connection, DbTransaction transaction, DirectTarget target);

    /// <summary>
    /// Takes away a migration lock that a killed process left behind, since EF Core would wait for it for ever.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether a lock is held that may still be in use.</returns>
    public abstract Task<bool> IsMigrationLockedAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Bounds how long statements of a connection wait for other sessions' locks, where that can be bounded.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="wait">The longest wait; <see langword="null"/> for what the database is set to.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task LimitLockWaitAsync(DbConnection connection, TimeSpan? wait, CancellationToken cancellationToken);

    /// <summary>Gets what the errors of the database mean.</summary>
    public abstract StorageFaults Faults { get; }

    /// <summary>
    /// Returns a value that indicates whether an error is about the connection: the server cannot be reached, does not let the
    /// user in, or has no room; in contrast to one about a statement.
    /// </summary>
    /// <param name="exception">The provider's exception.</param>
    public abstract bool IsConnectionFailure(DbException exception);

    /// <summary>Whether a statement gave up since another session held a lock for too long.</summary>
    public abstract bool IsLockTimeout(DbException exception);

    /// <summary>Whether a statement failed since its table is not there.</summary>
    public abstract bool IsMissingTable(DbException exception);

    /// <summary>Who holds up a migration, and what to do about it, as sentences.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task<string> DescribeMigrationLockAsync(DbConnection connection, CancellationToken cancellationToken);
}
