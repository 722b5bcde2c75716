using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Tests.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>The table of the attacks has all that there is to attack.</summary>
public sealed class AttackTableTests
{
    [Fact]
    public async Task Every_endpoint_has_a_line_with_all_that_it_takes()
    {
        await using AttackHost host = await AttackHost.StartAsync();

        host.Endpoints.Select(AttackHost.NameOf).Should().BeEquivalentTo(AttackTargets.All.Select(target => target.Name));
        foreach (RouteEndpoint endpoint in host.Endpoints)
        {
            AttackTarget target = AttackHost.Of(AttackHost.NameOf(endpoint));
            target.Query.Should().BeEquivalentTo(QueryOf(endpoint), target.Name);
            target.Fields.Should().BeEquivalentTo(FieldsOf(endpoint), target.Name);
            if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            {
                target.Body.Should().NotBeNull(target.Name);
            }
        }
    }

    [Fact]
    public async Task Every_endpoint_of_an_account_documents_that_there_is_none_and_every_one_that_the_database_is_down()
    {
        await using AttackHost host = await AttackHost.StartAsync();

        foreach (RouteEndpoint endpoint in host.Endpoints)
        {
            AttackTarget target = AttackHost.Of(AttackHost.NameOf(endpoint));
            IEnumerable<int> statuses = target.Statuses.Length > 0
                ? target.Statuses
                : endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode);
            statuses.Should().Contain(503, target.Name);
            if (target.IsOfAccount)
            {
                statuses.Should().Contain(404, target.Name);
            }
        }
    }

    private static IEnumerable<string> QueryOf(RouteEndpoint endpoint) => TestApi.QueryOf(endpoint).Concat(
        endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>());

    private static IEnumerable<string> FieldsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType?.GetProperties()
            .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).OfType<string>() ?? [];
}
