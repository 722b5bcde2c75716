using FluentAssertions;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Paging;

public sealed class PagingTests
{
    private static readonly SpCampaignFilter BySeven = new() { PageSize = 7 };

    [Fact]
    public async Task All_pages_are_enumerated_each_entity_once()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<SpCampaign> campaigns = await profile.SponsoredProducts.ListCampaignsAsync(BySeven).ToListAsync();

        campaigns.Should().HaveCount(20);
        campaigns.Select(campaign => campaign.CampaignId).Should().OnlyHaveUniqueItems();
        amazon.Simulator.Requests.Count("sp.campaigns.list").Should().Be(3);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_enumeration_starts()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        _ = profile.SponsoredProducts.ListCampaignsAsync(BySeven);

        amazon.Simulator.Requests.Count("sp.campaigns.list").Should().Be(0);
    }

    [Fact]
    public async Task One_page_at_most_is_fetched_ahead()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        IAsyncEnumerator<SpCampaign> campaigns = profile.SponsoredProducts.ListCampaignsAsync(new SpCampaignFilter { PageSize = 2 }).GetAsyncEnumerator();

        await campaigns.MoveNextAsync();
        await campaigns.MoveNextAsync();
        await campaigns.DisposeAsync();

        amazon.Simulator.Requests.Count("sp.campaigns.list").Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Pages_are_fetched_when_asked_for_and_resumed_by_token_after_a_cancelled_enumeration()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        AmazonAdsPageable<SpCampaign> list = profile.SponsoredProducts.ListCampaignsAsync(BySeven);
        List<SpCampaign> expected = await list.ToListAsync();
        using var cancellation = new CancellationTokenSource();
        var seen = new List<SpCampaign>();
        string? token = null;

        Func<Task> enumerate = async () =>
        {
            await foreach (Page<SpCampaign> page in list.AsPages(cancellationToken: cancellation.Token))
            {
                seen.AddRange(page.Items);
                token = page.NextToken;
                page.TotalResults.Should().Be(20);
                await cancellation.CancelAsync();
            }
        };
        await enumerate.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().HaveCount(7);

        await foreach (Page<SpCampaign> page in profile.SponsoredProducts.ListCampaignsAsync(BySeven).AsPages(token))
        {
            seen.AddRange(page.Items);
        }

        seen.Select(campaign => campaign.CampaignId).Should().Equal(expected.Select(campaign => campaign.CampaignId));
    }

    [Fact]
    public async Task An_enumeration_that_is_cancelled_leaves_nothing_running()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        using var cancellation = new CancellationTokenSource();
        int seen = 0;

        Func<Task> enumerate = async () =>
        {
            await foreach (SpCampaign campaign in profile.SponsoredProducts.ListCampaignsAsync(BySeven).WithCancellation(cancellation.Token))
            {
                if (++seen == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        await enumerate.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().Be(3);
    }

    [Fact]
    public async Task A_token_of_another_list_is_refused_by_name()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        string? token = (await profile.SponsoredProducts.ListCampaignsAsync(BySeven).AsPages().FirstAsync()).NextToken;

        Func<Task> resume = async () =>
            await profile.SponsoredProducts.ListCampaignsAsync(BySeven with { States = [EntityState.Paused] }).AsPages(token).FirstAsync();

        (await resume.Should().ThrowAsync<AmazonAdsValidationException>())
            .Which.Problems.Should().ContainSingle().Which.Reason.Should().Contain("INVALID_TOKEN");
    }

    [Fact]
    public async Task An_empty_page_is_not_the_end()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Quirks.EmptyPages = true;
        ProfileClient profile = await amazon.GetProfileClientAsync();

        List<SpCampaign> campaigns = await profile.SponsoredProducts.ListCampaignsAsync(BySeven).ToListAsync();

        campaigns.Should().HaveCount(20);
        amazon.Simulator.Requests.Count("sp.campaigns.list").Should().Be(5);
    }

    [Fact]
    public async Task A_list_that_would_never_end_is_ended_with_an_error()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        for (int page = 0; page < 3; page++)
        {
            amazon.Simulator.Faults.Add(SimulatorFault.WithBody("sp.campaigns.list", 200, """{"campaigns":[],"nextToken":"again","totalResults":9}"""));
        }

        Func<Task> list = async () => await profile.SponsoredProducts.ListCampaignsAsync().ToListAsync();

        await list.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>().WithMessage("*sp.campaigns.list would never end: page 2 names a next page that was read already*");
    }

    [Fact]
    public async Task A_failed_page_is_retried_without_losing_or_doubling_entities()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("sp.campaigns.list", 503) with { Skip = 1 });

        List<SpCampaign> campaigns = await amazon.Time.RunAsync(profile.SponsoredProducts.ListCampaignsAsync(BySeven).ToListAsync().AsTask());

        campaigns.Select(campaign => campaign.CampaignId).Should().HaveCount(20).And.OnlyHaveUniqueItems();
    }
}
