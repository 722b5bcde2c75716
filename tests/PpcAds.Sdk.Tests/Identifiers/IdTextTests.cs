using FluentAssertions;
using Xunit;

namespace PpcAds.Sdk.Tests.Identifiers;

/// <summary>Ids read their own text, and nothing that only looks like it.</summary>
public sealed class IdTextTests
{
    [Fact]
    public void Every_id_reads_what_it_writes()
    {
        Reads(new AccountId(long.MaxValue));
        Reads(new ProfileId(1033578472605816));
        Reads(new CampaignId(1));
        Reads(new AdGroupId(2));
        Reads(new AdId(3));
        Reads(new KeywordId(4));
        Reads(new TargetId(5));
        Reads(new ThemeId(6));
        Reads(new PortfolioId(7));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1\0")]
    [InlineData("1,000")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x1")]
    [InlineData("9223372036854775808")]
    [InlineData("\u0661")]
    public void Text_that_is_no_number_is_no_id(string text)
    {
        Refuses<AccountId>(text);
        Refuses<ProfileId>(text);
        Refuses<CampaignId>(text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    public void An_account_is_a_number_above_0_in_digits_alone(string text) => Refuses<AccountId>(text);

    [Fact]
    public void No_text_is_no_id()
    {
        CampaignId.TryParse(null, out CampaignId id).Should().BeFalse();
        id.Should().Be(default(CampaignId));
        FluentActions.Invoking(() => CampaignId.Parse(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => CampaignId.Parse("x")).Should().Throw<FormatException>().WithMessage("A CampaignId must be *");
    }

    private static void Reads<T>(T id)
        where T : struct, ISpanParsable<T>
    {
        string text = id.ToString()!;
        T.Parse(text, null).Should().Be(id);
        T.Parse(text.AsSpan(), null).Should().Be(id);
        T.TryParse(text, null, out T parsed).Should().BeTrue();
        parsed.Should().Be(id);
    }

    private static void Refuses<T>(string text)
        where T : struct, ISpanParsable<T>
    {
        T.TryParse(text, null, out T parsed).Should().BeFalse();
        parsed.Should().Be(default(T));
        FluentActions.Invoking(() => T.Parse(text.AsSpan(), null)).Should().Throw<FormatException>();
    }
}
