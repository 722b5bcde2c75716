using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>What the rows of a profile and dataset add up to by entity.</summary>
/// <param name="context">The context of the load.</param>
/// <param name="scopeId">The profile and dataset.</param>
/// <param name="currency">The profile's currency.</param>
/// <param name="column">The id of the entities in a row.</param>
/// <param name="isKeyword">Whether they are keywords.</param>
internal sealed class RowSums(DbContext context, int scopeId, string currency, string column, bool isKeyword)
{
    private Dictionary<long, EntityTotal>? _all;

    /// <summary>Sums the rows of all entities together.</summary>
    public async Task ReadAllAsync(SumsWindow window, CancellationToken cancellationToken) =>
        _all = await ReadAsync(FactRows.Of(context, scopeId), window, cancellationToken).ConfigureAwait(false);

    /// <summary>The sums of some entities; those without rows may be absent.</summary>
    public async Task<Dictionary<long, EntityTotal>> OfAsync(
        long[] ids, SumsWindow window, CancellationToken cancellationToken) =>
        _all ?? await ReadAsync(
            FactRows.Of(context, scopeId)
                .Where(row => ids.Contains(EF.Property<long>(row, column))),
            window,
            cancellationToken).ConfigureAwait(false);

    private async Task<Dictionary<long, EntityTotal>> ReadAsync(
        IQueryable<Dictionary<string, object>> rows, SumsWindow window, CancellationToken cancellationToken)
    {
        List<SummedFigures> total = await FactSums.ByEntity(rows, column).ToListAsync(cancellationToken).ConfigureAwait(false);
        IQueryable<Dictionary<string, object>> last30Days = rows.Where(FactRows.Between(window.FirstRecent, window.AsOf));
        List<SummedFigures> recent = await FactSums.ByEntity(last30Days, column)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<(long?, bool, string), PerformanceSums> last = recent.ToDictionary(
            sums => (sums.Id, sums.IsKeyword, sums.Currency), sums => sums.ToSums());
        return total.Where(sums => sums.Id is > 0 && sums.IsKeyword == isKeyword).GroupBy(sums => sums.Id!.Value)
            .Select(Choose)
            .ToDictionary(
                sums => sums.Id!.Value,
                sums => new EntityTotal(
                    sums.Currency,
                    sums.ToSums(),
                    last.GetValueOrDefault((sums.Id, sums.IsKeyword, sums.Currency), PerformanceSums.Zero)));
    }

    /// <summary>Sums never mix currencies: the profile's, or if no row has it the first of the others.</summary>
    private SummedFigures Choose(IEnumerable<SummedFigures> sums) =>
        sums.OrderBy(one => one.Currency != currency).ThenBy(one => one.Currency, StringComparer.Ordinal).First();
}
