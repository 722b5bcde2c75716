using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>
/// The statements of tables. Facts are summed first, by the keys that they are stored with; entities, names, filters and order
/// come after that, when there are as many rows as the table has.
/// </summary>
internal sealed class TableSql
{
    private const string Ids = "account_id, profile_id, ad_product, campaign_id, detail";

    private readonly TableNames _names;
    private readonly PpcAdsSqlDialect _dialect;
    private readonly PerformanceTableQuery _query;
    private readonly PerformanceSelection _selection;
    private readonly GrainSql _grain;
    private readonly SqlConditions _parameters = new();
    private readonly TableFigures _figures;

    public TableSql(
        DbContext context, PpcAdsSqlDialect dialect, PerformanceTableQuery query, IReadOnlyCollection<int> scopes)
    {
        (_names, _dialect, _query) = (new TableNames(context), dialect, query);
        _selection = Narrow(query);
        _grain = GrainSql.Of(_selection.Grain);
        _figures = new TableFigures(_names, dialect, _parameters, _grain);
        Scopes = scopes;
    }

    /// <summary>Whether what had figures in the previous period alone is a row too.</summary>
    public bool KeepsPrevious { get; init; }

    public IReadOnlyList<(string Name, object? Value)> Parameters => _parameters.Parameters;

    private IReadOnlyCollection<int> Scopes { get; }

    private bool HasPrevious => _query.Previous is not null;

    private string Collation => $"COLLATE \"{_dialect.Model.BinaryCollation}\"";

    /// <summary>Rows in order.</summary>
    /// <param name="after">The place that they come after.</param>
    /// <param name="count">How many at most; <see langword="null"/> for all.</param>
    public string Page(PerformancePlace? after, int? count)
    {
        string with = With(SortValue(_query.Sort.Column));
        string where = after is null ? "" : $"\n  WHERE {After(after)}";
        string direction = _query.Sort.IsDescending ? " DESC" : "";
        string order = $"CASE WHEN sort_value IS NULL THEN 1 ELSE 0 END, sort_value{direction}, {Ids}";
        return Named(with, $"SELECT *\n  FROM m{where}\n  ORDER BY {order}{Limit(count)}", order);
    }

    /// <summary>The rows that changed most.</summary>
    public string Movers(PerformanceColumn column, int count)
    {
        string name = TableFigures.NameOf(column);
        string with = With($"abs({name} - p_{name})");
        string order = $"sort_value DESC, {Ids}";
        return Named(with, $"SELECT *\n  FROM m\n  WHERE sort_value <> 0\n  ORDER BY {order}{Limit(count)}", order);
    }

    /// <summary>The number of rows, and their sums.</summary>
    public string Sum() =>
        $"""
        {With("0")}
        SELECT
          COUNT(*),
          {string.Join(",\n  ", TableFigures.Names(HasPrevious).Select(name => TableFigures.Total(name)))}
        FROM m
        """;

    private string Limit(int? count) => count is { } most ? $"\n  LIMIT {_parameters.Value((long)most)}" : "";

    private string Named(string with, string rows, string order) =>
        $"""
        {with}
        SELECT
          q.account_id, q.profile_id, q.ad_product, q.campaign_id, q.detail, q.ad_group_id, q.target_id, q.ad_id,
          q.target_kind, q.target_text, q.match_type, q.advertised_sku, q.name, q.state, q.budget, q.budget_type, q.bid,
          p.name, p.country_code, c.name, g.name,
          {string.Join(", ", TableFigures.Names(HasPrevious).Select(name => "q." + name))}
        FROM (
          {rows}) q
        LEFT JOIN {_names.Of("ppc_profiles")} p
          ON p.account_id = q.account_id
          AND p.profile_id = q.profile_id
        LEFT JOIN {_names.Of("ppc_campaigns")} c
          ON c.account_id = q.account_id
          AND c.profile_id = q.profile_id
          AND c.campaign_id = q.campaign_id
          AND c.ad_product = q.ad_product
        LEFT JOIN {_names.Of("ppc_ad_groups")} g
          ON g.account_id = q.account_id
          AND g.profile_id = q.profile_id
          AND g.ad_group_id = q.ad_group_id
          AND g.ad_product = q.ad_product
        ORDER BY {string.Join(", ", Qualified(order))}
        """;

    private static IEnumerable<string> Qualified(string order) => order
        .Replace("WHEN sort_value", "WHEN q.sort_value", StringComparison.Ordinal).Split(", ")
        .Select(part => part.StartsWith("CASE", StringComparison.Ordinal) ? part : "q." + part);

    private string With(string sortValue) =>
        $"""
        WITH figures AS MATERIALIZED (
          {_figures.Summed(_selection, _query.Previous, KeepsPrevious, Scopes).Indent()}),
        {(_grain.HasEntities ? OfEntities() : OfFigures())},
        m AS (
          SELECT t.*, {sortValue} AS sort_value
          FROM t
          WHERE {string.Join("\n    AND ", Filters())})
        """;

    /// <summary>
    /// Entities with their figures, and figures without an entity. Not as a full join: SQLite would make no index for it, and
    /// compare each with each.
    /// </summary>
    private string OfEntities()
    {
        string currency = _parameters.Value(_selection.CurrencyCode);
        return $"""
            entities AS MATERIALIZED (
              {string.Join("\nUNION ALL\n", _grain.Entities.Where(IsAsked).Select(Entities)).Indent()}),
            t AS (
              {Joined("entities e", "figures f").Indent()}
                AND (f.has_rows IS NOT NULL OR e.currency = {currency})
              UNION ALL
              {Joined("figures f", "entities e").Indent()}
                AND e.is_other IS NULL
                AND {(HasPrevious && !KeepsPrevious ? "f.has_rows > 0" : "1 = 1")})
            """;
    }

    private string Joined(string all, string some) =>
        $"""
        SELECT
          {string.Join(",\n  ", Keys())},
          {string.Join(", ", TableFigures.Names(HasPrevious).Select(name => $"COALESCE(f.{name}, 0) AS {name}"))}
        FROM {all}
        LEFT JOIN {some}
          ON f.account_id = e.account_id
          AND f.profile_id = e.profile_id
          AND f.ad_product = e.ad_product
          AND f.id = e.id
          AND f.is_other = e.is_other
        WHERE 1 = 1
        """;

    private bool IsAsked(GrainSql.EntitySource source) =>
        _grain.Entities.Count == 1 || (source.IsOtherTarget == 1 ? _selection.KeywordId is null : _selection.TargetId is null);

    private IEnumerable<string> Keys() =>
    [
        "COALESCE(f.account_id, e.account_id) AS account_id",
        "COALESCE(f.profile_id, e.profile_id) AS profile_id",
        "COALESCE(f.ad_product, e.ad_product) AS ad_product",
        "COALESCE(f.campaign_id, e.campaign_id, 0) AS campaign_id",
        $"COALESCE(f.detail, {_dialect.Model.Detail("e.ad_group_id", "e.target_id", "e.is_other")}) AS detail",
        "COALESCE(f.ad_group_id, e.ad_group_id) AS ad_group_id",
        "COALESCE(f.target_id, e.target_id) AS target_id",
        "f.ad_id",
        "COALESCE(f.target_kind, e.target_kind) AS target_kind",
        $"COALESCE(f.target_text, {(_grain.Name is null ? "NULL" : "e.name")}) AS target_text",
        "COALESCE(f.match_type, e.match_type) AS match_type",
        "f.advertised_sku",
        _grain.Name is { } name ? $"COALESCE(f.{name}, e.name) AS name" : "e.name",
        "e.state", "e.budget", "e.budget_type", "e.bid",
    ];

    private string Entities(GrainSql.EntitySource source)
    {
        string isCampaign = source.AdGroupId is null ? "e.campaign_id" : "e.ad_group_id";
        var where = new List<string>
        {
            $"e.account_id IN ({string.Join(", ", _selection.AccountIds.Select(id => _parameters.Value(id.Value)))})",
        };
        Add("e.profile_id", _selection.ProfileId?.Value);
        Add("e.ad_product", _selection.AdProduct);
        Add("e.campaign_id", _selection.CampaignId?.Value);
        Add("e.ad_group_id", _selection.AdGroupId?.Value);
        Add($"e.{source.IdColumn}", _selection.KeywordId?.Value ?? _selection.TargetId?.Value);
        return $"""
            SELECT
              e.account_id, e.profile_id, e.ad_product, e.{source.IdColumn} AS id, {source.IsOtherTarget} AS is_other,
              e.campaign_id, {Or(source.AdGroupId, "bigint")} AS ad_group_id,
              {(_grain.Name is null ? "CAST(NULL AS bigint)" : "e." + source.IdColumn)} AS target_id,
              {Or(source.Kind, "text")} AS target_kind, {Or(source.MatchType, "text")} AS match_type,
              {source.Name} AS name, e.state, {Money(source.Budget)} AS budget,
              {Or(source.BudgetType, "text")} AS budget_type, {Money(source.Bid)} AS bid, p.currency
            FROM {_names.Of(source.Table)} e
            LEFT JOIN {_names.Of("ppc_profiles")} p
              ON p.account_id = e.account_id
              AND p.profile_id = e.profile_id
            WHERE {string.Join("\n  AND ", where)}
            """;

        void Add(string column, object? value)
        {
            if (value is not null)
            {
                where.Add($"{column} = {_parameters.Value(value)}");
            }
        }

        static string Or(string? sql, string type) => sql ?? $"CAST(NULL AS {type})";

        string Money(string? name) => name is null ? "CAST(NULL AS numeric)" : "e." + _dialect.MoneyColumn(name);
    }

    /// <summary>What reports have rows of, with the state of its campaign.</summary>
    private string OfFigures() =>
        $"""
        t AS (
          SELECT
            f.*, f.{_grain.Name} AS name, c.state, c.name AS campaign_name, CAST(NULL AS numeric) AS budget,
            CAST(NULL AS text) AS budget_type, CAST(NULL AS numeric) AS bid
          FROM figures f
          LEFT JOIN {_names.Of("ppc_campaigns")} c
            ON c.account_id = f.account_id
            AND c.profile_id = f.profile_id
            AND c.campaign_id = f.campaign_id
            AND c.ad_product = f.ad_product
          WHERE {(HasPrevious && !KeepsPrevious ? "f.has_rows > 0" : "1 = 1")})
        """;

    private IEnumerable<string> Filters()
    {
        yield return _query.Row is { } row ? $"({Ids}) = ({IdOf(row)})" : "1 = 1";
        if (_query.Text is { } text)
        {
            string escaped = PerformancePlace.Fold(text).Replace("!", "!!", StringComparison.Ordinal)
                .Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
            string pattern = _parameters.Value($"%{escaped}%");
            string[] columns = _selection.Grain switch
            {
                DatasetGrain.Placement => ["t.name", "t.campaign_name"],
                DatasetGrain.AdvertisedProduct => ["t.name", "t.advertised_sku"],
                _ => ["t.name"],
            };
            IEnumerable<string> any = columns.Select(column => $"{Folded(column)} LIKE {pattern} ESCAPE '!'");
            yield return $"({string.Join(" OR ", any)})";
        }

        if (_query.State is { } state)
        {
            yield return $"upper(t.state) = {_parameters.Value(state.ToUpperInvariant())}";
        }

        foreach (PerformanceMinimum minimum in _query.Minimums)
        {
            yield return $"{_figures.Value(minimum.Column)} >= {_parameters.Value(_figures.Parameter(minimum))}";
        }
    }

    private string Folded(string column) => $"lower(COALESCE({column}, '') {Collation})";

    private string SortValue(PerformanceColumn column) =>
        column == PerformanceColumn.Name ? Folded("t.name") : _figures.SortValue(column);

    /// <summary>What one row is of, so that no others are read for it.</summary>
    private static PerformanceSelection Narrow(PerformanceTableQuery query) =>
        query.Row is { } row && EntityKeyText.TryRead(row.EntityKey, out long campaign, out _)
            ? query.Selection with
            {
                ProfileId = query.Selection.ProfileId ?? row.ProfileId,
                AdProduct = query.Selection.AdProduct ?? row.AdProduct,
                CampaignId = query.Selection.CampaignId ?? (campaign == 0 ? null : new CampaignId(campaign)),
            }
            : query.Selection;

    private string IdOf(PerformanceRowId id)
    {
        if (!EntityKeyText.TryRead(id.EntityKey, out long campaign, out byte[]? detail))
        {
            throw PageToken.Wrong(id.ToString());
        }

        IEnumerable<object> values =
            [id.AccountId.Value, id.ProfileId.Value, id.AdProduct, campaign, _dialect.DetailValue(detail)];
        return string.Join(", ", values.Select(_parameters.Value));
    }

    private string After(PerformancePlace place)
    {
        string ids = $"({Ids}) > ({IdOf(place.Id)})";
        if (place.Name is null && place.Value is null)
        {
            return $"sort_value IS NULL AND {ids}";
        }

        string value = _parameters.Value((object?)place.Name ?? place.Value!.Value);
        string compared = _query.Sort.IsDescending ? "<" : ">";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(sort_value IS NULL OR sort_value {compared} {value} OR (sort_value = {value} AND {ids}))");
    }
}
