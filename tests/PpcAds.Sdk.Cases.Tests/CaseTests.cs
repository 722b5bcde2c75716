using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Kinds;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests;

/// <summary>What Amazon sent, or may send, with what is right then: each file of the folder, on each store.</summary>
[Collection(PostgreSqlServer.Name)]
[Trait("Category", "Cases")]
public sealed class CaseTests(PostgreSqlCluster cluster)
{
    private const int Variants = 20;
    private const int VariantsOnDatabases = 3;

    public static TheoryData<string, CaseStore> Files()
    {
        var files = new TheoryData<string, CaseStore>();
        foreach (CaseFile file in CaseFolder.Read())
        {
            foreach (CaseStore store in Enum.GetValues<CaseStore>())
            {
                files.Add(file.Name, store);
            }
        }

        return files;
    }

    public static TheoryData<string, CaseStore> Kinds()
    {
        var kinds = new TheoryData<string, CaseStore>();
        foreach (CaseKind kind in CaseKind.All)
        {
            foreach (CaseStore store in Enum.GetValues<CaseStore>())
            {
                kinds.Add(kind.Name, store);
            }
        }

        return kinds;
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task A_case_has_the_right_outcome(string name, CaseStore store)
    {
        CaseFile file = CaseFolder.Read().Single(file => file.Name == name);

        await CaseKind.Of(file).CheckAsync(file, new CaseStage(store, cluster));
    }

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task Other_cases_of_the_kind_have_the_right_outcome(string kindName, CaseStore store)
    {
        CaseKind kind = CaseKind.All.Single(kind => kind.Name == kindName);
        CaseFile first = CaseFolder.Read(CaseFolder.Copies).First(kind.Takes);
        var random = new Random(20261129);
        int variants = kind is ListSizeKind ? 1 : store == CaseStore.InMemory ? Variants : VariantsOnDatabases;
        for (int i = 0; i < variants; i++)
        {
            CaseFile varied = kind.Vary(first, random);
            CaseFile file = varied with { Name = $"{kind.Name} {i}", Json = (JsonObject)JsonNode.Parse(varied.Json.ToJsonString())! };
            CaseKind.Of(file).Should().BeSameAs(kind);
            try
            {
                await kind.CheckAsync(file, new CaseStage(store, cluster));
            }
            catch (Exception exception) when (exception is not SkipException)
            {
                throw new InvalidOperationException($"{file.Name}: {exception.Message}\n{file.Json.ToJsonString()}", exception);
            }
        }
    }

    [Fact]
    public void The_copies_in_the_repository_are_the_files_of_the_folder()
    {
        string folder = CaseFolder.Current();
        foreach (string path in Directory.GetFiles(folder, "*.json"))
        {
            string copy = Path.Combine(CaseFolder.Copies, Path.GetFileName(path));
            if (CaseFolder.IsDefault)
            {
                File.Exists(copy).Should().BeTrue("{0} must be copied, so that it is played where there is no folder", Path.GetFileName(path));
                File.ReadAllText(copy).Should().Be(File.ReadAllText(path));
            }
        }
    }

    [Fact]
    public void A_file_that_is_of_no_kind_is_noticed()
    {
        var unknown = new CaseFile("99-unknown", new JsonObject { ["how"] = "Something new.", ["right"] = "Something." });

        Action find = () => CaseKind.Of(unknown);

        find.Should().Throw<Exception>().WithMessage("*99-unknown*");
    }

    [Fact]
    public void The_folder_is_the_one_that_is_named_else_the_one_beside_the_repository_else_the_copies()
    {
        CaseFolder.Find(CaseFolder.Copies, "/nowhere").Should().Be(CaseFolder.Copies);
        CaseFolder.Find(null, "/nowhere/at/all").Should().EndWith("Files");
        Action wrong = () => CaseFolder.Find("/nowhere", RepositoryFiles.Root);
        wrong.Should().Throw<InvalidOperationException>();
    }
}
