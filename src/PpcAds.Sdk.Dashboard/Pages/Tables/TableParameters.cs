using System.Globalization;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Tables;

/// <summary>What the address of a table says besides its scope.</summary>
internal static class TableParameters
{
    /// <summary>What an address calls the columns.</summary>
    public static IReadOnlyDictionary<string, PerformanceColumn> Columns { get; } = new Dictionary<string, PerformanceColumn>
    {
        ["name"] = PerformanceColumn.Name,
        ["spend"] = PerformanceColumn.Cost,
        ["sales"] = PerformanceColumn.Sales,
        ["orders"] = PerformanceColumn.Orders,
        ["units"] = PerformanceColumn.Units,
        ["clicks"] = PerformanceColumn.Clicks,
        ["impressions"] = PerformanceColumn.Impressions,
        ["ctr"] = PerformanceColumn.Ctr,
        ["cpc"] = PerformanceColumn.Cpc,
        ["cvr"] = PerformanceColumn.Cvr,
        ["acos"] = PerformanceColumn.Acos,
        ["roas"] = PerformanceColumn.Roas,
    };

    /// <summary>What an address calls the ad products.</summary>
    public static IReadOnlyDictionary<string, string> Products { get; } = Datasets.All
        .Select(dataset => (dataset.Id[..2], dataset.AdProduct)).Distinct().OrderBy(pair => Order(pair.Item1))
        .ToDictionary(pair => pair.Item1, pair => pair.AdProduct);

    /// <summary>The filters, which a link clears.</summary>
    public static IReadOnlyList<string> Filters { get; } = ["product", "state", "q", "min"];

    /// <summary>All that a table takes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Scope.Parameters, .. Filters, "campaign", "group", "keyword", "target", "sort", "size", "after", "row",
    ];

    /// <summary>What a table without currency cannot say.</summary>
    /// <exception cref="PageException">The address says something that cannot be.</exception>
    public static PerformanceTableQuery ReadQuery(TableGrain grain, Scope scope, string currency)
    {
        UrlState url = scope.Url;
        string? state = url["state"];
        PerformanceSelection selection = new(grain.Grain, scope.AccountIds, currency, scope.Period)
        {
            ProfileId = scope.Profile?.Profile.ProfileId,
            AdProduct = url["product"] is { } product
                ? Products.GetValueOrDefault(product) ?? throw Wrong("product", string.Join(", ", Products.Keys))
                : null,
            CampaignId = Id(url, "campaign", scope) is { } campaign ? new CampaignId(campaign) : null,
            AdGroupId = Id(url, "group", scope) is { } group ? new AdGroupId(group) : null,
            KeywordId = Id(url, "keyword", scope) is { } keyword ? new KeywordId(keyword) : null,
            TargetId = Id(url, "target", scope) is { } target ? new TargetId(target) : null,
        };
        PerformanceTableQuery query = new(selection)
        {
            Previous = scope.Previous,
            Text = url["q"],
            State = state,
            Minimums = ReadMinimums(url["min"]),
            Sort = ReadSort(url["sort"] ?? "-spend"),
        };
        try
        {
            query.Validate();
        }
        catch (PpcAdsValidationException exception)
        {
            InputProblem problem = exception.Problems[0];
            throw Wrong(NameOf(problem.Field), problem.Reason.TrimEnd('.'));
        }

        return query;
    }

    /// <summary>The rows of a page.</summary>
    /// <exception cref="PageException">It is none of the sizes that there are.</exception>
    public static int ReadSize(UrlState url) => url["size"] is not { } text
        ? Pager.Sizes[0]
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && Pager.Sizes.Contains(size)
            ? size
            : throw Wrong("size", string.Join(", ", Pager.Sizes));

    /// <summary>The number of the first row of a page, which only the pager shows.</summary>
    /// <exception cref="PageException">It is no number above 0.</exception>
    public static int ReadRow(UrlState url) => url["row"] is not { } text ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row > 0 ? row
        : throw Wrong("row", "a number above 0");

    public static PageException Wrong(string name, string expected) => new(ProblemPages.WrongValue(name, expected));

    /// <summary>The words of a column, as its heading has them.</summary>
    public static string LabelOf(PerformanceColumn column) => column switch
    {
        PerformanceColumn.Cost => "Spend",
        PerformanceColumn.Ctr => "CTR",
        PerformanceColumn.Cpc => "CPC",
        PerformanceColumn.Cvr => "CVR",
        PerformanceColumn.Acos => "ACoS",
        PerformanceColumn.Roas => "ROAS",
        _ => column.ToString(),
    };

    private static int Order(string product) => product switch { "sp" => 0, "sb" => 1, _ => 2 };

    private static PerformanceSort ReadSort(string text)
    {
        bool descending = text.StartsWith('-');
        return Columns.TryGetValue(descending ? text[1..] : text, out PerformanceColumn column)
            ? new PerformanceSort(column, descending)
            : throw Wrong("sort", $"one of {string.Join(", ", Columns.Keys)}, with - before it for the largest first");
    }

    /// <summary>Such as <c>spend:10,acos:0.3</c>.</summary>
    private static IReadOnlyList<PerformanceMinimum> ReadMinimums(string? text) =>
        text is null ? [] : [.. text.Split(',').Select(ReadMinimum)];

    private static PerformanceMinimum ReadMinimum(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 2
            && Columns.TryGetValue(parts[0], out PerformanceColumn column) && column != PerformanceColumn.Name
            && decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? new PerformanceMinimum(column, value)
            : throw Wrong("min", $"such as spend:10, of {string.Join(", ", Columns.Keys.Skip(1))}");
    }

    /// <summary>Ids are unique within a profile only.</summary>
    private static long? Id(UrlState url, string name, Scope scope)
    {
        if (url[name] is not { } text)
        {
            return null;
        }

        return scope.Profile is not null
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0
            ? id
            : throw Wrong(name, "an id, together with the profile that it is of");
    }

    private static string NameOf(string field) => field switch
    {
        nameof(PerformanceTableQuery.Text) => "q",
        nameof(PerformanceTableQuery.Minimums) => "min",
        nameof(PerformanceSelection.AdGroupId) => "group",
        nameof(PerformanceSelection.KeywordId) => "keyword",
        nameof(PerformanceSelection.TargetId) => "target",
        nameof(PerformanceTableQuery.Previous) => "compare",
        _ => field.ToLowerInvariant(),
    };
}
