using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>Malformed text in every place of every endpoint: refused by the name of the place, never a failure.</summary>
public sealed class TextAttackTests(PostgreSqlCluster cluster) : IClassFixture<PostgreSqlCluster>, IAsyncLifetime
{
    private AttackHost _host = null!;
    private string _account = "";

    public async Task InitializeAsync()
    {
        _host = await AttackHost.StartAsync(await AttackStore.CreateAsync(cluster));
        _account = await _host.Api.ConnectAsync();
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_text_that_is_good_nowhere_is_refused_by_the_name_of_its_field()
    {
        foreach ((AttackTarget target, string field) in Fields)
        {
            foreach (string text in AttackTexts.InJson)
            {
                string value = field == "datasets" ? $"[\"{text}\"]" : $"\"{text}\"";
                AttackAnswer answer = await SendAsync(target, With(target, field, value));
                answer.Status.Should().Be(400, $"{target} {field} {text}: {answer.Text}");
                answer.Fields.Should().ContainSingle($"{target} {field} {text}: {answer.Text}")
                    .Which.Should().Be(field == "datasets" ? "datasets[0]" : field);
            }
        }
    }

    [Fact]
    public async Task So_is_one_within_a_text_that_is_good()
    {
        foreach ((AttackTarget target, string field) in Fields)
        {
            JsonNode node = JsonNode.Parse(target.Body!)!.AsObject()[field]!;
            string good = node is JsonArray list ? list[0]!.GetValue<string>() : node.GetValue<string>();
            foreach (string text in AttackTexts.InJson)
            {
                string value = $"\"{good.Insert((good.Length / 2) + 1, text)}\"";
                AttackAnswer answer = await SendAsync(target, With(target, field, field == "datasets" ? $"[{value}]" : value));
                answer.Status.Should().Be(400, $"{target} {field} {text}: {answer.Text}");
                answer.Fields.Should().Equal([field == "datasets" ? "datasets[0]" : field], $"{target} {field} {text}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused_by_the_name_of_its_field()
    {
        foreach ((AttackTarget target, string field) in Fields)
        {
            string[] values = field == "datasets"
                ? ["1", "true", "\"sp.campaign\"", "{}", "[1]", "[true]", "[[]]", "[{}]", "[null]", "[\"sp.campaign\",null]", "[\"\"]"]
                : AttackTexts.WrongTypes;
            foreach (string value in values)
            {
                AttackAnswer answer = await SendAsync(target, With(target, field, value));
                answer.Status.Should().Be(400, $"{target} {field} {value}: {answer.Text}");
                answer.Fields.Should().Contain(
                    name => name == field || name.StartsWith(field + "[", StringComparison.Ordinal), $"{target} {field} {value}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task Null_is_as_if_the_field_were_left_out()
    {
        foreach ((AttackTarget target, string field) in Fields)
        {
            AttackAnswer without = await SendAsync(target, Without(target, field));
            AttackAnswer withNull = await SendAsync(target, With(target, field, "null"));
            (withNull.Status, string.Join(',', withNull.Fields)).Should().Be(
                (without.Status, string.Join(',', without.Fields)), $"{target} {field}: {withNull.Text}");
        }
    }

    [Fact]
    public async Task A_body_that_is_no_object_that_can_be_read_is_refused()
    {
        foreach (AttackTarget target in AttackTargets.Bodies)
        {
            foreach (string body in AttackTexts.NoObjects)
            {
                AttackAnswer answer = await SendAsync(target, body);
                answer.Status.Should().Be(400, $"{target} {body}: {answer.Text}");
                answer.Fields.Should().NotBeEmpty($"{target} {body}: {answer.Text}");
            }

            foreach (byte[] bytes in (byte[][])[[0xFF], [(byte)'{', 0xC0, 0x80, (byte)'}'], [0xFE, 0xFF, 0, (byte)'{', 0, (byte)'}'], new byte[8192]])
            {
                (await _host.SendAsync(target, target.PathOf(_account, "1"), body: bytes)).Fields.Should().Equal("$");
            }

            (await SendAsync(target, "{\"a\":\"" + new string('x', 20_000) + "\"}")).Status.Should().Be(413, target.Name);
        }
    }

    [Fact]
    public async Task A_text_that_is_good_nowhere_is_refused_by_the_name_of_its_parameter()
    {
        foreach (AttackTarget target in AttackTargets.All)
        {
            foreach (string name in target.Query)
            {
                foreach (string text in AttackTexts.InQuery.Where(text => !IsGood(name, text)))
                {
                    AttackAnswer answer = await _host.SendAsync(target, target.PathOf(_account, name, text));
                    answer.Status.Should().Be(400, $"{target} {name}={text}: {answer.Text}");
                    answer.Fields.Should().Equal([name], $"{target} {name}={text}: {answer.Text}");
                }

                (await _host.SendAsync(target, target.PathOf(_account, name, AttackTexts.TooLong))).Status.Should().Be(414, $"{target} {name}");
            }
        }
    }

    [Fact]
    public async Task A_text_in_place_of_an_id_is_an_account_or_a_run_that_does_not_exist()
    {
        foreach (AttackTarget target in AttackTargets.All.Where(target => target.HasId))
        {
            foreach (string text in AttackTexts.InQuery)
            {
                AttackAnswer answer = await _host.SendAsync(target, target.PathOf(text, text));

                // The server refuses U+0000 itself, and what cannot be unescaped.
                answer.Status.Should().Be(
                    answer.MediaType is null && (text.Contains("%00", StringComparison.Ordinal) || text == "%") ? 400 : 404,
                    $"{target} {text}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task A_parameter_that_is_not_known_is_named_whatever_its_name_is()
    {
        foreach (AttackTarget target in AttackTargets.All.Where(target => target.Query.Length > 0 && !target.IsConnect))
        {
            foreach (string name in (string[])["sort", "account_id%00", "LIMIT", "%00", "%ED%A0%80", "%E2%80%AE", "a%5B%5D", new string('x', 5000)])
            {
                AttackAnswer answer = await _host.SendAsync(target, target.PathOf(_account, name, "1"));
                answer.Status.Should().Be(400, $"{target} {name}: {answer.Text}");
                answer.Fields.Should().HaveCountGreaterThanOrEqualTo(1, $"{target} {name}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task Whatever_returns_to_the_callback_is_answered_as_documented()
    {
        AttackTarget callback = AttackHost.Of("GET /connect/amazon/callback");
        foreach (string text in AttackTexts.InQuery)
        {
            (string path, string cookie) = await _host.LeaveAsync(_account, "ada", text);
            AttackAnswer code = await _host.SendAsync(callback, path, headers: ("Cookie", cookie));
            AttackAnswer state = await _host.SendAsync(callback, $"/api/v1/connect/amazon/callback?state={text}&code=x", headers: ("Cookie", cookie));
            AttackAnswer ticket = await _host.SendAsync(callback, path, headers: ("Cookie", cookie.Split('=')[0] + "=" + text));

            code.Status.Should().BeOneOf([400, 422], $"{text}: {code.Text}");
            state.Code.Should().Be("connect_malformed", text);
            ticket.Code.Should().Be("connect_state_unknown", text);
        }
    }

    [Fact]
    public async Task Whatever_is_made_up_is_answered_as_documented()
    {
        (AttackTarget, string)[] fields = [.. Fields];
        Gen<string> text = Gen.OneOf(
            Gen.String, Gen.String[Gen.Char.AlphaNumeric, 0, 40], Gen.OneOf(AttackTexts.InJson).Select(part => part[..Math.Min(part.Length, 300)]));
        await Gen.Select(Gen.Int[0, fields.Length - 1], text, Gen.Byte.Array[0, 4], Gen.Int[0, 400]).SampleAsync(
            async (which, value, bytes, at) =>
            {
                (AttackTarget target, string field) = fields[which];
                byte[] body = Encoding.UTF8.GetBytes(With(target, field, new JsonArray(value).ToJsonString()[1..^1]));
                body = [.. body[..(at % body.Length)], .. bytes, .. body[(at % body.Length)..]];
                await _host.SendAsync(target, target.PathOf(_account, "1"), body: body);
            },
            iter: 400,
            threads: 1);
    }

    /// <summary>Every field of every body.</summary>
    private static IEnumerable<(AttackTarget Target, string Field)> Fields =>
        AttackTargets.Bodies.SelectMany(target => target.Fields.Select(name => (target, name)));

    /// <summary>What looks odd and is none the less good for a parameter.</summary>
    private static bool IsGood(string name, string text) => name switch
    {
        // A key of a page may be any number, and is only compared.
        "after" => text is "-1" or "0" or "1~",
        _ => false,
    };

    private Task<AttackAnswer> SendAsync(AttackTarget target, string body) =>
        _host.SendAsync(target, target.PathOf(_account, "1"), body: Encoding.UTF8.GetBytes(body));

    /// <summary>The good body with another value of one field, as it stands here.</summary>
    private static string With(AttackTarget target, string field, string value) =>
        Without(target, field).TrimEnd('}').TrimEnd(',') + $"{(Without(target, field) == "{}" ? "" : ",")}\"{field}\":{value}}}";

    private static string Without(AttackTarget target, string field)
    {
        JsonObject body = JsonNode.Parse(target.Body!)!.AsObject();
        body.Remove(field);
        return body.ToJsonString();
    }
}
