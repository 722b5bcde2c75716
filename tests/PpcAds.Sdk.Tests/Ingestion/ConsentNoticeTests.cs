using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion.Failures;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>From which instant a sync warns of the end of a consent, and until when.</summary>
public sealed class ConsentNoticeTests
{
    private static readonly DateTimeOffset End = new(2027, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Account Known = new()
    {
        AccountId = new AccountId(1),
        Name = "Shoes",
        Status = AccountStatus.Active,
        ConsentedAt = End.AddDays(-365),
        CreatedAt = End.AddDays(-365),
        ChangedAt = End.AddDays(-365),
    };

    [Fact]
    public void It_warns_at_60_days_and_not_a_tick_earlier()
    {
        ConsentNotice.WarningOf(Known, End.AddDays(-60).AddTicks(-1)).Should().BeNull();
        ConsentNotice.WarningOf(Known, End.AddDays(-60)).Should().Contain("on 2027-08-01, within 60 days");
    }

    [Fact]
    public void It_warns_once_more_at_14_days_and_not_a_tick_earlier()
    {
        ConsentNotice.WarningOf(Known, End.AddDays(-14).AddTicks(-1)).Should().Contain("within 60 days");
        ConsentNotice.WarningOf(Known, End.AddDays(-14)).Should().Contain("within 14 days");
    }

    [Fact]
    public void At_its_end_a_consent_has_ended_and_is_warned_of_no_more()
    {
        ConsentNotice.WarningOf(Known, End.AddTicks(-1)).Should().NotBeNull();
        ConsentNotice.EndOf(Known, End.AddTicks(-1)).Should().BeNull();

        ConsentNotice.WarningOf(Known, End).Should().BeNull();
        ConsentNotice.EndOf(Known, End).Should().StartWith("The advertiser's consent ended on 2027-08-01;");
    }

    [Fact]
    public void A_consent_without_a_known_end_neither_ends_nor_warns()
    {
        Account unknown = Known with { ConsentedAt = null };

        ConsentNotice.WarningOf(unknown, End).Should().BeNull();
        ConsentNotice.EndOf(unknown, End).Should().BeNull();
    }

    [Fact]
    public void The_day_of_an_end_is_the_day_in_UTC() =>
        ConsentNotice.DayOf(new DateTimeOffset(2027, 8, 1, 23, 0, 0, TimeSpan.FromHours(-2))).Should().Be("2027-08-02");
}
