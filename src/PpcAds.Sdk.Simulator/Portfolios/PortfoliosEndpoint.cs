using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.Portfolios;

/// <summary>Portfolios v3: as the lists of Sponsored Products, but the page's size is not the caller's to say.</summary>
internal sealed class PortfoliosEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.spPortfolio.v3+json";

    protected override string ArrayName => "portfolios";

    protected override bool TakesPageSize => false;

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("portfolioIdFilter", 1000);
        Func<string, bool>? name = reader.Text("nameFilter", matchTypeRequired: false, limit: 1000);
        return
        [
            .. SimulatedPortfolio.Of(profile)
                .Where(portfolio => ids?.Contains(portfolio.PortfolioId) != false
                    && name?.Invoke(portfolio.Name) != false
                    && states?.Contains("ENABLED") != false)
                .Select(portfolio => (Func<JsonObject>)(() => Describe(portfolio, profile, extended))),
        ];
    }

    private JsonObject Describe(SimulatedPortfolio portfolio, SimulatedProfile profile, bool extended)
    {
        var entity = new JsonObject
        {
            ["portfolioId"] = Id(portfolio.PortfolioId),
            ["name"] = portfolio.Name,
            ["state"] = Quirks.UnknownEnumValues ? "HIBERNATING" : "ENABLED",
            ["inBudget"] = true,
            ["budget"] = new JsonObject
            {
                ["amount"] = portfolio.Budget,
                ["currencyCode"] = profile.Marketplace.CurrencyCode,
                ["policy"] = portfolio.Policy,
                ["startDate"] =
                    portfolio.Budget is null ? null : portfolio.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["endDate"] = null,
            },
        };
        if (extended)
        {
            entity["extendedData"] = new JsonObject
            {
                ["creationDateTime"] = $"{portfolio.Created:yyyy-MM-dd}T08:00:00Z",
                ["lastUpdateDateTime"] = $"{portfolio.Created:yyyy-MM-dd}T09:30:00Z",
                ["servingStatus"] = "PORTFOLIO_STATUS_ENABLED",
                ["statusReasons"] = new JsonArray("PORTFOLIO_STATUS_ENABLED_DETAIL"),
            };
        }

        if (Quirks.ExtraMembers)
        {
            entity["experimental"] = true;
        }

        return entity;
    }
}
