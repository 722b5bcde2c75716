using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>
/// Types and details of targets, flat as exports have them. The spelling is that of the enums page of Amazon's common models
/// (September 2025); where it differs from its samples, the enums win.
/// </summary>
internal static class ExportTargetDetails
{
    public static (string Type, JsonObject Details) Keyword(string matchType, string text) => (
        "KEYWORD",
        new JsonObject { ["matchType"] = matchType.Replace("NEGATIVE_", "", StringComparison.Ordinal), ["keyword"] = text });

    public static (string Type, JsonObject Details) Product(string asin) =>
        ("PRODUCT", new JsonObject { ["matchType"] = "PRODUCT_EXACT", ["asin"] = asin });

    public static (string Type, JsonObject Details) Category(string id, string name) =>
        ("PRODUCT_CATEGORY", new JsonObject { ["productCategoryId"] = id, ["productCategoryResolved"] = name });

    /// <summary>What Amazon chooses. Themes of Sponsored Brands are such targets: THEME is not for that product.</summary>
    public static (string Type, JsonObject Details) Automatic(string text) => ("AUTO", new JsonObject
    {
        ["matchType"] = text switch
        {
            "close-match" => "SEARCH_CLOSE_MATCH",
            "loose-match" => "SEARCH_LOOSE_MATCH",
            "substitutes" => "PRODUCT_SUBSTITUTES",
            "complements" => "PRODUCT_COMPLEMENTS",
            _ => text.Replace("KEYWORDS_", "SEARCH_", StringComparison.Ordinal),
        },
    });

    /// <summary>What an expression of Sponsored Products or Display says.</summary>
    public static (string Type, JsonObject Details) Of(IReadOnlyList<TargetPredicate> expression)
    {
        TargetPredicate first = expression[0];
        if (first is { Type: "similarProduct", EventType: null })
        {
            return ("AUTO", new JsonObject { ["matchType"] = "PRODUCT_SIMILAR" });
        }

        if (first is { Values: null, EventType: null })
        {
            return Contextual(expression);
        }

        return first.Type == "audience"
            ? ("AUDIENCE", new JsonObject { ["audienceId"] = first.Values![0].Value })
            : Audience(first);
    }

    private static (string Type, JsonObject Details) Contextual(IReadOnlyList<TargetPredicate> expression)
    {
        var details = new JsonObject();
        foreach (TargetPredicate predicate in expression)
        {
            Add(details, predicate);
        }

        return (details.ContainsKey("asin") ? "PRODUCT" : "PRODUCT_CATEGORY", details);
    }

    /// <summary>Who saw or bought a product, or within a category. Audiences of the old kind look back 30 days.</summary>
    private static (string Type, JsonObject Details) Audience(TargetPredicate predicate)
    {
        var details = new JsonObject { ["event"] = (predicate.EventType ?? predicate.Type) == "views" ? "VIEW" : "PURCHASE" };
        foreach (TargetPredicate inner in predicate.Values ?? [new(predicate.Type), new("lookback", "30")])
        {
            Add(details, inner);
        }

        return (details.ContainsKey("productCategoryId") ? "PRODUCT_CATEGORY_AUDIENCE" : "PRODUCT_AUDIENCE", details);
    }

    private static void Add(JsonObject details, TargetPredicate predicate)
    {
        string value = predicate.Value ?? "";
        switch (predicate.Type)
        {
            case "ASIN_SAME_AS" or "asinSameAs":
                details["matchType"] = "PRODUCT_EXACT";
                details["asin"] = value;
                break;
            case "ASIN_CATEGORY_SAME_AS" or "asinCategorySameAs":
                details["productCategoryId"] = value;
                details["productCategoryResolved"] = $"Name of {value}";
                break;
            case "ASIN_BRAND_SAME_AS" or "asinBrandSameAs":
                details["productBrand"] = value;
                details["productBrandResolved"] = $"Name of {value}";
                break;
            case "ASIN_PRICE_LESS_THAN":
                details["productPriceLessThan"] = value;
                break;
            case "ASIN_REVIEW_RATING_GREATER_THAN":
                details["productRatingGreaterThan"] = value;
                break;
            case "asinPriceBetween":
                string[] bounds = value.Split('-');
                details["productPriceGreaterThan"] = bounds[0];
                details["productPriceLessThan"] = bounds[1];
                break;
            case "exactProduct":
                details["matchType"] = "PRODUCT_EXACT";
                break;
            case "similarProduct" or "relatedProduct":
                details["matchType"] = "PRODUCT_SIMILAR";
                break;
            case "lookback":
                details["lookback"] = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            default:
                throw new InvalidOperationException($"Exports have no place for the predicate {predicate.Type}.");
        }
    }
}
