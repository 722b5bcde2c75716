using System.Globalization;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>
/// Conditions on rows of a load. Written out rather than parameters: a planner that sees the days knows how few rows they are of
/// the table's, and a table made by a query takes no parameters.
/// </summary>
internal sealed class ScopeKey(PpcAdsSqlDialect dialect, LoadScope scope, int scopeId)
{
    /// <summary>The number of profile and dataset, see <see cref="PerformanceScopes"/>.</summary>
    public int ScopeId { get; } = scopeId;

    public string Account { get; } = scope.AccountId.Value.ToString(CultureInfo.InvariantCulture);

    public string Profile { get; } = scope.ProfileId.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>One of our own names, such as <c>sp.target</c>.</summary>
    public string Dataset { get; } = $"'{scope.Dataset.Id}'";

    /// <summary>One of Amazon's names, known to us.</summary>
    public string AdProduct { get; } = $"'{scope.Dataset.AdProduct}'";

    /// <summary>The rows of profile and dataset in <c>performance_facts</c>, as <c>r</c>.</summary>
    public string Facts { get; } = string.Create(CultureInfo.InvariantCulture, $"r.scope_id = {scopeId}");

    /// <summary>Their days in the ledger, as <c>r</c>.</summary>
    public string Days => $"r.account_id = {Account} AND r.profile_id = {Profile} AND r.dataset = {Dataset}";

    /// <summary>The profile's entities of the dataset's ad product, as <c>e</c>.</summary>
    public string Entities => $"e.account_id = {Account} AND e.profile_id = {Profile} AND e.ad_product = {AdProduct}";

    /// <summary>The requested days.</summary>
    public string Range => Between("r.date", scope.StartDate, scope.EndDate);

    public string Between(string column, DateOnly first, DateOnly last) =>
        $"{column} BETWEEN {dialect.DateLiteral(first)} AND {dialect.DateLiteral(last)}";

    /// <summary>Never empty lists: <c>IN ()</c> is no SQL.</summary>
    public string In(string column, IReadOnlyCollection<DateOnly> dates) =>
        dates.Count == 0 ? "1 = 0" : $"{column} IN ({string.Join(", ", dates.Order().Select(dialect.DateLiteral))})";
}
