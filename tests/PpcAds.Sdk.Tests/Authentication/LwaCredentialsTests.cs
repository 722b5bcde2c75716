using FluentAssertions;
using PpcAds.Sdk.Authentication;
using Xunit;

namespace PpcAds.Sdk.Tests.Authentication;

public sealed class LwaCredentialsTests
{
    [Fact]
    public void All_missing_credentials_are_named_at_once()
    {
        Action make = () => _ = new LwaCredentials("", " ", null!);

        make.Should().Throw<PpcAdsValidationException>()
            .Which.Problems.Select(problem => problem.Field).Should().Equal("ClientId", "ClientSecret", "RefreshToken");
    }

    [Fact]
    public void The_secrets_are_not_in_the_text_form()
    {
        var credentials = new LwaCredentials("the-client", "the-secret", "Atzr|the-refresh-token");

        credentials.ToString().Should().Contain("the-client").And.NotContain("the-secret").And.NotContain("the-refresh-token");
    }
}
