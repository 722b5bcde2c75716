using FluentAssertions;
using PpcAds.Sdk.Etl;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class EntityTotalsTests
{
    [Theory]
    [InlineData(DatasetGrain.SearchTerm)]
    [InlineData(DatasetGrain.Placement)]
    [InlineData(DatasetGrain.AdvertisedProduct)]
    public void Only_entities_that_carry_sums_are_counted(DatasetGrain grain) =>
        FluentActions.Invoking(() => new EntityTotals(grain, _ => true, 1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Campaigns, ad groups and targets carry sums.*");

    [Fact]
    public void A_row_without_an_entity_adds_nothing()
    {
        var tally = new EntityTotals(DatasetGrain.Target, _ => true, 1);

        tally.Add(new PerformanceRow());

        tally.IsComplete.Should().BeTrue();
        tally.Read().Should().BeEmpty();
    }
}
