using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Http;

/// <summary>Every shape of error body that Amazon Ads has, over the wire.</summary>
public sealed class ErrorBodyTests
{
    public static TheoryData<string, int, string, Type, string?, string?> Shapes => new()
    {
        { "universal", 403, """{"code":"FORBIDDEN","details":"no right"}""", typeof(AmazonAdsAccessDeniedException), "FORBIDDEN", "no right" },
        { "Sponsored Products", 403, """{"code":"ACCESS_DENIED","message":"no right"}""", typeof(AmazonAdsAccessDeniedException), "ACCESS_DENIED", "no right" },
        { "Sponsored Brands v4, code and details swapped", 400, """{"code":"the text","details":"INVALID_ARGUMENT"}""", typeof(AmazonAdsValidationException), "the text", "INVALID_ARGUMENT" },
        { "gateway", 404, """{"code":"NOT_FOUND","details":"Could not find resource"}""", typeof(AmazonAdsNotFoundException), "NOT_FOUND", "Could not find resource" },
        { "exports", 400, """{"message":"bad","errorCode":"E1"}""", typeof(AmazonAdsValidationException), "E1", "bad" },
        { "exports without a code", 400, """{"message":"bad"}""", typeof(AmazonAdsValidationException), null, "bad" },
        { "unified", 409, """{"code":"CONFLICT","message":"again"}""", typeof(AmazonAdsException), "CONFLICT", "again" },
        { "reports, code as text", 400, """{"code":"400","detail":"bad column"}""", typeof(AmazonAdsValidationException), "400", "bad column" },
        { "reports, code as number", 422, """{"code":422,"detail":"bad column"}""", typeof(AmazonAdsValidationException), "422", "bad column" },
        { "manager accounts, empty text", 401, """{"code":"UNAUTHORIZED","message":""}""", typeof(AmazonAdsAccessDeniedException), "UNAUTHORIZED", null },
        { "ads accounts", 400, """{"errorId":1,"errorCode":"BAD","errorMessage":"worse"}""", typeof(AmazonAdsValidationException), "BAD", "worse" },
        { "with description", 404, """{"code":"NOT_FOUND","description":"gone"}""", typeof(AmazonAdsNotFoundException), "NOT_FOUND", "gone" },
        { "Login with Amazon", 400, """{"error":"invalid_request","error_description":"odd","request_id":"r-1"}""", typeof(AmazonAdsValidationException), "invalid_request", "odd" },
        { "nulls", 400, """{"code":null,"message":null,"details":"found"}""", typeof(AmazonAdsValidationException), null, "found" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_body_is_read_whatever_its_family(string family, int status, string body, Type exceptionType, string? code, string? details)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        AddAnswer(amazon, status, body);

        AmazonAdsException exception = await CatchAsync(amazon);

        exception.Should().BeOfType(exceptionType, family);
        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.ErrorCode.Should().Be(code);
        exception.Details.Should().Be(details);
        exception.Operation.Should().Be("profiles.list");
        exception.RequestId.Should().NotBeNullOrEmpty();
        exception.ResponseExcerpt.Should().BeNull();
        exception.Message.Should().Contain(exception.RequestId);
    }

    [Fact]
    public async Task The_errors_of_sponsored_products_become_problems_with_field_value_and_limits()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "profiles.list",
            400,
            """
            {"code":"INVALID_ARGUMENT","message":"text","errors":[
              {"errorType":"rangeError","errorValue":{"rangeError":{"reason":"TOO_HIGH","message":"too many","cause":{"location":"$.maxResults","trigger":"9999"},"upperLimit":"1000"}}},
              {"errorType":"rangeError","errorValue":{"rangeError":{"reason":"NOT_IN_LIST","message":"unknown","allowed":["A","B"]}}},
              {"errorType":"odd"}, 7]}
            """));

        var exception = (AmazonAdsValidationException)await CatchAsync(amazon);

        exception.Problems.Should().BeEquivalentTo([
            new InputProblem("$.maxResults", "9999", "too many (TOO_HIGH) At most 1000."),
            new InputProblem("rangeError", null, "unknown (NOT_IN_LIST)") { AllowedValues = ["A", "B"] },
        ]);
    }

    [Theory]
    [InlineData(503, "text/html")]
    [InlineData(403, "text/html")]
    [InlineData(400, "application/json")]
    public async Task A_page_instead_of_an_error_body_is_told_with_its_first_200_characters(int status, string contentType)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options => options.MaxAttempts = 1);
        string page = "<html><body>" + new string('x', 500) + "</body></html>";
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", status, page, contentType) with { Times = 2 });

        AmazonAdsException exception = await CatchAsync(amazon);

        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.RequestId.Should().NotBeNullOrEmpty();
        exception.ResponseExcerpt.Should().Be(page[..200]);
        exception.Message.Should().Contain(page[..200]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task An_empty_error_body_is_told_as_such(int status)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options => options.MaxAttempts = 1);
        AddAnswer(amazon, status, "");

        AmazonAdsException exception = await CatchAsync(amazon);

        exception.Message.Should().Contain("empty body").And.Contain(exception.RequestId);
        exception.ResponseExcerpt.Should().BeEmpty();
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[{\"countryCode\":\"US\"}]")]
    public async Task A_success_that_is_not_the_documented_shape_is_never_no_data(string body)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", 200, body) with { Times = 2 });

        AmazonAdsException exception = await CatchAsync(amazon);

        exception.Should().BeOfType<AmazonAdsUnexpectedResponseException>();
        exception.StatusCode.Should().Be(HttpStatusCode.OK);
        exception.RequestId.Should().NotBeNullOrEmpty();
        exception.ResponseExcerpt.Should().Be(body);
    }

    [Fact]
    public async Task Secrets_are_removed_from_what_an_exception_repeats()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        string secret = amazon.Simulator.ClientSecret;
        string refresh = amazon.Simulator.RefreshToken;
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "profiles.list",
            400,
            $"<p>Atza|abc.def client_secret={secret} token {Uri.EscapeDataString(refresh)} Bearer eyJabc X-Amz-Signature=deadbeef&x=1</p>",
            "text/html"));
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", 400, $$"""{"code":"X","details":"token {{refresh}} refused"}"""));

        string page = (await CatchAsync(amazon)).ToString();
        string text = (await CatchAsync(amazon)).ToString();

        foreach (string hidden in (string[])["Atza|", secret, "IwEB", "eyJabc", "deadbeef"])
        {
            page.Should().NotContain(hidden);
            text.Should().NotContain(hidden);
        }

        page.Should().Contain("[secret]");
        text.Should().Contain("token [secret] refused");
    }

    /// <summary>A 401 that does not say why is asked once more.</summary>
    private static void AddAnswer(SimulatedAmazon amazon, int status, string body)
    {
        for (int answer = 0; answer < (status is 401 or 403 ? 2 : 1); answer++)
        {
            amazon.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", status, body));
        }
    }

    private static async Task<AmazonAdsException> CatchAsync(SimulatedAmazon amazon)
    {
        Func<Task> call = () => amazon.Time.RunAsync(amazon.GetProfileAsync());
        return (await call.Should().ThrowAsync<AmazonAdsException>()).Which;
    }
}
