using System.Reflection;
using FluentAssertions;
using PpcAds.Sdk.Portfolios;
using PpcAds.Sdk.SponsoredDisplay;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.PublicApi;

/// <summary>Who knows the lists of one product knows those of all.</summary>
public sealed class ListShapeTests
{
    /// <summary>What a product cannot do, its filter does not promise. Keywords match in other ways than negative ones.</summary>
    private static readonly string[] KnownDifferences =
    [
        "SponsoredBrands.SbKeywordFilter.KeywordText: String",
        "SponsoredBrands.SbKeywordFilter.MatchTypes: IReadOnlyList`1",
        "SponsoredBrands.SbNegativeKeywordFilter.KeywordText: String",
        "SponsoredDisplay.SdAdGroupFilter.Name: String",
        "SponsoredDisplay.SdCampaignFilter.Name: String",
        "SponsoredProducts.SpKeywordFilter.MatchTypes: IReadOnlyList`1",
    ];

    public static IEnumerable<object[]> Lists => ClientMethods.Lists.Select(list => new object[] { list.DeclaringType!.Name, list.Name });

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_takes_one_filter_that_may_be_left_out_and_gives_pages_of_what_it_is_named_after(string client, string name)
    {
        MethodInfo list = ClientMethods.Lists.Single(method => method.DeclaringType!.Name == client && method.Name == name);
        Type item = ClientMethods.ItemOf(list);
        ParameterInfo filter = list.GetParameters().Should().ContainSingle().Subject;

        name.Should().Be($"List{NameOf(item).Replace("TargetingClause", "Target", StringComparison.Ordinal)}sAsync");
        filter.Should().Match<ParameterInfo>(parameter => parameter.Name == "filter" && parameter.HasDefaultValue && parameter.DefaultValue == null);
        filter.ParameterType.FullName.Should().BeOneOf($"{item.FullName}Filter", typeof(SponsoredDisplayFilter).FullName);
        filter.ParameterType.Should().Match<Type>(type => typeof(EntityFilter).IsAssignableFrom(type) || type == typeof(PortfolioFilter), "a page of portfolios has no size");
        item.GetProperty("State").Should().NotBeNull();
        item.GetProperties().Should().Contain(property => property.PropertyType.GetInterfaces().Any(type => type.Name.StartsWith("IAmazonId", StringComparison.Ordinal)));
    }

    [Fact]
    public void Members_of_one_name_have_one_type_in_all_filters_but_for_what_a_product_cannot_do()
    {
        var members = ClientMethods.Lists
            .SelectMany(list => list.GetParameters()[0].ParameterType.GetProperties().Select(property => (Filter: list.GetParameters()[0].ParameterType, property.Name, Type: property.PropertyType)))
            .Where(member => member.Name != "EqualityContract")
            .ToList();

        IEnumerable<string> odd =
            from member in members
            group member by member.Name into same
            let usual = same.CountBy(member => member.Type).MaxBy(type => type.Value).Key
            from member in same
            where member.Type != usual
            select $"{member.Filter.Namespace!["PpcAds.Sdk.".Length..]}.{member.Filter.Name}.{member.Name}: {member.Type.Name}";

        odd.Order(StringComparer.Ordinal).Should().Equal(KnownDifferences);
    }

    /// <summary>The client says the product; the entities of all three are told apart by a prefix, so that they can be imported together.</summary>
    private static string NameOf(Type item) => item.Namespace switch
    {
        "PpcAds.Sdk.SponsoredProducts" => WithoutPrefix(item.Name, "Sp"),
        "PpcAds.Sdk.SponsoredBrands" => WithoutPrefix(item.Name, "Sb"),
        "PpcAds.Sdk.SponsoredDisplay" => WithoutPrefix(item.Name, "Sd"),
        _ => item.Name,
    };

    private static string WithoutPrefix(string name, string prefix)
    {
        name.Should().StartWith(prefix);
        return name[prefix.Length..];
    }

    [Fact]
    public void The_calls_are_those_that_were_reviewed() => GeneratedFile.Check(ClientMethods.Text(), "docs", "decisions", "0020-public-api.txt");
}
