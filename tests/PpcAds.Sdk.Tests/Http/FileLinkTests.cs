using FluentAssertions;
using PpcAds.Sdk.Calls;
using Xunit;

namespace PpcAds.Sdk.Tests.Http;

/// <summary>Links to files come from outside: only https is followed, but for a simulator on this machine.</summary>
public sealed class FileLinkTests
{
    private const string Amazon = "https://advertising-api.amazon.com";
    private const string Simulator = "http://127.0.0.1:5000";

    [Theory]
    [InlineData("https://files.example/report?X-Amz-Signature=1", Amazon, true)]
    [InlineData("HTTPS://files.example/report", Amazon, true)]
    [InlineData("http://files.example/report", Amazon, false)]
    [InlineData("http://127.0.0.1:5000/report", Amazon, false)]
    [InlineData("http://169.254.169.254/latest/meta-data", Amazon, false)]
    [InlineData("http://127.0.0.1:5000/report", Simulator, true)]
    [InlineData("http://[::1]:5000/report", "http://localhost:5000", true)]
    [InlineData("http://simulator.example/report", "http://simulator.example", false)]
    [InlineData("file:///etc/passwd", Simulator, false)]
    [InlineData("ftp://127.0.0.1/report", Simulator, false)]
    [InlineData("data:application/json,[]", Simulator, false)]
    [InlineData("//files.example/report", Amazon, false)]
    [InlineData("/report", Amazon, false)]
    [InlineData("", Amazon, false)]
    [InlineData(null, Amazon, false)]
    public void Only_https_is_followed_unless_the_configured_endpoint_is_http_on_this_machine(string? link, string endpoint, bool isFollowed) =>
        (FileLink.Check(link, new Uri(endpoint)) is not null).Should().Be(isFollowed);
}
