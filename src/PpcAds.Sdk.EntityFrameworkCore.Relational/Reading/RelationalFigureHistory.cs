using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>What is stored, less what came later. The figures of a query are held in memory.</summary>
internal sealed class RelationalFigureHistory(Transactions transactions) : IFigureHistory
{
    /// <summary>How often figures are read that loads change meanwhile.</summary>
    private const int Tries = 10;

    public async IAsyncEnumerable<KnownFigures> ReadAsync(
        FigureQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<KnownFigures> known = await transactions.ReadAsync(
            (context, token) => ReadKnownAsync(context, query, token), cancellationToken).ConfigureAwait(false);
        foreach (KnownFigures figures in known)
        {
            yield return figures;
        }
    }

    public async IAsyncEnumerable<FigureChange> ReadChangesAsync(
        FigureQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<FigureChange> changes = await transactions.ReadAsync<IReadOnlyList<FigureChange>>(
            async (context, token) =>
            {
                if (await FindAsync(context, query, token).ConfigureAwait(false) is not { } scope)
                {
                    return [];
                }

                var facts = new FactRows(scope);
                List<FigureRow> rows = await FigureRows.Changes(context, scope.ScopeId, query).ToListAsync(token)
                    .ConfigureAwait(false);
                return
                [
                    .. rows.Order(FigureRow.ByKey).OrderBy(row => row.KnownAt).ThenBy(row => row.Date)
                        .Select(row => new FigureChange(
                            row.KnownAt, facts.KeyText(row.CampaignId, row.Detail), row.Date, row.ToSums())),
                ];
            },
            cancellationToken).ConfigureAwait(false);
        foreach (FigureChange change in changes)
        {
            yield return change;
        }
    }

    public Task<IReadOnlyList<DayLoad>> ListLoadsAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return transactions.ReadAsync<IReadOnlyList<DayLoad>>(
            async (context, token) =>
            {
                if (await FindAsync(context, query, token).ConfigureAwait(false) is not { } scope)
                {
                    return [];
                }

                DateTimeOffset until = query.KnownAt ?? DateTimeOffset.MaxValue;
                (DateOnly first, DateOnly last) = FigureRows.DaysOf(query);
                return await context.Set<PpcPerformanceDayLoad>().AsNoTracking()
                    .Where(row => row.ScopeId == scope.ScopeId && row.LoadedAt <= until)
                    .Where(row => row.Date >= first && row.Date <= last)
                    .OrderBy(row => row.Date).ThenBy(row => row.LoadedAt)
                    .Select(row => new DayLoad(row.Date, row.LoadedAt, row.ReportGeneratedAt))
                    .ToListAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static Task<PpcPerformanceScope?> FindAsync(
        DbContext context, FigureQuery query, CancellationToken cancellationToken) =>
        context.Set<PpcPerformanceScope>().AsNoTracking().FirstOrDefaultAsync(
            row => row.AccountId == query.AccountId.Value && row.ProfileId == query.ProfileId.Value
                && row.Dataset == query.Dataset,
            cancellationToken);

    /// <summary>
    /// Rows and changes are read by several statements, which together must not see half a load; each load moves the instant of
    /// the newest one.
    /// </summary>
    private static async Task<IReadOnlyList<KnownFigures>> ReadKnownAsync(
        DbContext context, FigureQuery query, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (await FindAsync(context, query, cancellationToken).ConfigureAwait(false) is not { } scope)
            {
                return [];
            }

            IReadOnlyList<KnownFigures> found = await ReadOnceAsync(context, scope, query, cancellationToken)
                .ConfigureAwait(false);
            PpcPerformanceScope? after = await FindAsync(context, query, cancellationToken).ConfigureAwait(false);
            if (after?.KnownAt == scope.KnownAt)
            {
                return found;
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException(
                    $"{query.Dataset} of profile {query.ProfileId} was loaded {Tries} times while its figures were read. Read "
                    + "fewer days in one query.");
            }
        }
    }

    private static async Task<IReadOnlyList<KnownFigures>> ReadOnceAsync(
        DbContext context, PpcPerformanceScope scope, FigureQuery query, CancellationToken cancellationToken)
    {
        DateTimeOffset until = query.KnownAt ?? DateTimeOffset.MaxValue;
        (DateOnly first, DateOnly last) = FigureRows.DaysOf(query);
        HashSet<DateOnly> known = await context.Set<PpcPerformanceDay>()
            .Where(day => day.AccountId == scope.AccountId && day.ProfileId == scope.ProfileId && day.Dataset == scope.Dataset)
            .Where(day => day.Date >= first && day.Date <= last && day.FirstLoadedAt <= until)
            .Select(day => day.Date).ToHashSetAsync(cancellationToken).ConfigureAwait(false);
        List<FigureRow> rows = await FigureRows.Facts(context, scope.ScopeId, query).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        List<FigureRow> later = query.KnownAt is null
            ? []
            : await FigureRows.Changes(context, scope.ScopeId, query).ToListAsync(cancellationToken).ConfigureAwait(false);
        var figures = rows.ToDictionary(row => (row.CampaignId, row.Detail, row.Date), row => (Row: row, Sums: row.ToSums()));
        foreach (FigureRow change in later)
        {
            var key = (change.CampaignId, change.Detail, change.Date);
            PerformanceSums now = figures.TryGetValue(key, out var figure) ? figure.Sums : PerformanceSums.Zero;
            figures[key] = (change, now.Subtract(change.ToSums()));
        }

        var facts = new FactRows(scope);
        return
        [
            .. figures.Values.Where(figure => known.Contains(figure.Row.Date) && figure.Sums != PerformanceSums.Zero)
                .OrderBy(figure => figure.Row, FigureRow.ByKey)
                .Select(figure => new KnownFigures(
                    facts.KeyText(figure.Row.CampaignId, figure.Row.Detail), figure.Row.Date, figure.Sums)),
        ];
    }
}
